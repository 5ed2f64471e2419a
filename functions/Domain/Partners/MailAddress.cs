namespace ParisPact.Domain.Partners;

/// <summary>Whether text can be one mail address: what is certainly none is refused; whether anybody reads it only a mail can tell.</summary>
public static class MailAddress
{
    /// <summary>RFC 5321 4.5.3.1: 64 octets before the sign and 255 after it.</summary>
    public static bool LooksRight(string text)
    {
        var sign = text.LastIndexOf('@');
        if (sign is < 1 or > 64 || text.Length - sign is < 4 or > 255) return false;
        foreach (var letter in text)
            if (char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is '<' or '>' or ',' or ';' or '"' or '(' or ')') return false;
        var domain = text.AsSpan(sign + 1);
        return !text.AsSpan(0, sign).Contains('@') && domain.Contains('.') && domain[0] != '.' && domain[^1] != '.' && !domain.Contains("..", StringComparison.Ordinal);
    }
}
