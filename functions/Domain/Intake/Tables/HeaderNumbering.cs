namespace ParisPact.Domain.Intake.Tables;

/// <summary>The numbers that forms put before the names of their columns: <c>1. Project title</c>, <c>2) Country</c>, <c>A. Donor</c>, <c>3.1 Budget</c>.</summary>
internal static class HeaderNumbering
{
    public static string Without(string header)
    {
        var text = header.AsSpan().TrimStart();
        var at = 0;
        while (at < text.Length && at < 6 && (char.IsAsciiDigit(text[at]) || (text[at] == '.' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))) at++;
        var isNumber = at > 0;
        if (!isNumber && text.Length > 2 && char.IsAsciiLetterUpper(text[0])) at = 1;
        if (at == 0 || at + 1 >= text.Length) return header;
        // "2nd donor" and "N. of projects" are words; "2024 budget" is a year.
        var marked = text[at] is '.' or ')' or ':' or '-';
        if (!(marked && (isNumber || (text[at] is ')' or '.' && text[at + 1] == ' ' && text[0] != 'N'))) && !(isNumber && text[..at].Contains('.') && text[at] == ' ')) return header;
        var rest = text[(at + 1)..].TrimStart();
        return rest.Length >= 2 && char.IsLetter(rest[0]) ? rest.ToString() : header;
    }
}
