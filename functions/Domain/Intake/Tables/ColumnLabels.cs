namespace ParisPact.Domain.Intake.Tables;

/// <summary>Tells the row under a header that counts its columns: <c>1, 2, 3</c>, or <c>(a), (b), (c)</c>, as forms of ministries have it.</summary>
internal static class ColumnLabels
{
    public static bool Are(TableRow row)
    {
        var filled = 0;
        char? kind = null;
        var first = 0;
        for (var column = 0; column < row.Count; column++)
        {
            if (row.IsEmpty(column)) continue;
            if (Number(row.Text(column), out var letter) is not { } number) return false;
            if (filled++ == 0) (kind, first) = (letter, number - column);
            else if (letter != kind || number - column != first) return false;
        }

        return filled >= 3;
    }

    private static int? Number(ReadOnlySpan<char> text, out char kind)
    {
        text = text.Trim("().[] ");
        kind = '1';
        if (text.Length is 1 or 2 && !text.ContainsAnyExceptInRange('0', '9')) return text.Length == 1 ? text[0] - '0' : ((text[0] - '0') * 10) + text[1] - '0';
        kind = 'a';
        return text.Length == 1 && char.IsAsciiLetter(text[0]) ? char.ToLowerInvariant(text[0]) - 'a' : null;
    }
}
