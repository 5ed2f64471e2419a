namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads a start and an end in one cell: <c>2020-2023</c>, <c>Jan 2020 – Dec 2023</c>, <c>01/03/2020 to 31/12/2023</c>. Total.</summary>
public static class PeriodCells
{
    private static readonly string[] Between = [" – ", " — ", " - ", " to ", " until ", " till ", " au ", " à ", " al ", " a ", " по ", " до ", "–", "—", "-", "/"];

    /// <returns>Both days, each null where it is not understood; and whether the days and months of one could be read in the other order.</returns>
    public static (DateOnly? Start, DateOnly? End, bool Ambiguous) Read(ReadOnlySpan<char> text, DateOrder? order)
    {
        text = text.Trim();
        if (text.Length is < 4 or > 80) return default;
        foreach (var between in Between)
        {
            var at = text.IndexOf(between, StringComparison.OrdinalIgnoreCase);
            if (at <= 0 || text[(at + between.Length)..].Contains(between, StringComparison.OrdinalIgnoreCase)) continue;
            var start = Bare(text[..at]);
            var end = text[(at + between.Length)..].Trim();
            // The second of 2020/03 and of 2020-21 is no year of four digits.
            if (end.Length <= 2 || (start.Length < 3 && between.Length == 1)) continue;
            if (DateCells.Read(start, order) is DateCell.Day { Solar: false } first && DateCells.Read(end, order, end: true) is DateCell.Day { Solar: false } last && first.Date <= last.Date)
                return (first.Date, last.Date, first.Ambiguous || last.Ambiguous);
        }

        if (text.Length == 4 && DateCells.Read(text) is DateCell.Day year && DateCells.Read(text, null, end: true) is DateCell.Day yearEnd) return (year.Date, yearEnd.Date, false);
        return default;
    }

    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        foreach (var word in (ReadOnlySpan<string>)["from ", "du ", "de ", "del ", "с "])
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return text[word.Length..].Trim();
        return text;
    }
}
