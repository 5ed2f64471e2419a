using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>Tells what separates the cells of a CSV file: the letter by which most of its header is understood, else the one that gives rows of one width.</summary>
internal static class CsvDelimiter
{
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <param name="sample">The file's first characters; its last line may be cut off.</param>
    /// <param name="mapping">The partner's own names of columns.</param>
    public static char Of(string sample, IReadOnlyDictionary<string, string> mapping)
    {
        if (Declared(sample) is { } declared) return declared;
        var best = (Delimiter: ',', Score: -1, Even: -1, Width: 0);
        foreach (var candidate in Candidates)
        {
            if (!sample.Contains(candidate)) continue;
            var rows = Rows(sample, candidate);
            if (rows.Count == 0) continue;
            var score = HeaderFinder.Find(rows, mapping)?.Score ?? 0;
            var filled = rows.Where(row => !row.IsBlank).ToList();
            var usual = filled.GroupBy(row => row.Count).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key).FirstOrDefault();
            var (even, width) = usual is null || usual.Key < 2 ? (0, 0) : (100 * usual.Count() / filled.Count, usual.Key);
            if ((score, even, width).CompareTo((best.Score, best.Even, best.Width)) > 0) best = (candidate, score, even, width);
        }

        return best.Delimiter;
    }

    /// <summary>The letter that a first line <c>sep=;</c> declares, as Excel writes and reads it; null where there is none.</summary>
    public static char? Declared(ReadOnlySpan<char> sample) =>
        sample.Length > 5 && sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample[5] is '\r' or '\n' ? sample[4] : null;

    private static List<TableRow> Rows(string sample, char delimiter)
    {
        using var rows = new CsvRows(new StringReader(sample), delimiter);
        var taken = new List<TableRow>();
        while (taken.Count < HeaderFinder.Depth)
        {
            var row = new TableRow();
            if (!rows.Read(row)) break;
            taken.Add(row);
        }

        // The sample may end within a row.
        if (taken.Count > 1 && taken.Count < HeaderFinder.Depth) taken.RemoveAt(taken.Count - 1);
        return taken;
    }
}
