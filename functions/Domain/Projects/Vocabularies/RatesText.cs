using System.Collections.Immutable;
using System.Globalization;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>Reads rates from a table, so that months can be added without a release.</summary>
public static class RatesText
{
    private static readonly ImmutableArray<string> Titles = ["currency", "month", "usd_per_unit"];

    /// <summary>
    /// Reads lines of comma-, semicolon- or tab-separated values. The first line has the titles <c>currency</c> (ISO 4217),
    /// <c>month</c> (<c>2025-05</c>) and <c>usd_per_unit</c> (US dollars for one unit, with a decimal point), in any order and case;
    /// other columns are passed over, and so are empty lines. Quotes around a value are taken off.
    /// </summary>
    /// <returns>Rates, or every problem: a wrong line refuses the file, so that a rate is never half known.</returns>
    public static RatesReading Read(string? text)
    {
        var lines = (text ?? "").TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var header = Array.FindIndex(lines, line => line.Trim().Length > 0);
        if (header < 0)
            return Refuse(1, null, "The file is empty.");

        var separator = lines[header].Contains('\t', StringComparison.Ordinal) ? '\t' : lines[header].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var titles = Cells(lines[header], separator).Select(title => title.ToLowerInvariant()).ToList();
        var columns = Titles.Select(title => titles.IndexOf(title)).ToImmutableArray();
        if (columns.Any(column => column < 0))
        {
            var missing = Titles.Where(title => !titles.Contains(title));
            return Refuse(header + 1, null, $"The first line has no column {string.Join(", ", missing)}.");
        }

        var rates = ImmutableArray.CreateBuilder<MonthlyRate>();
        var problems = ImmutableArray.CreateBuilder<RateProblem>();
        var seen = new Dictionary<(Currency Currency, int Year, int Month), int>();
        for (var i = header + 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0)
                continue;
            var cells = Cells(lines[i], separator);
            var (currency, month, value) = (Cell(cells, columns[0]), Cell(cells, columns[1]), Cell(cells, columns[2]));
            var found = problems.Count;
            if (!Currency.TryParse(currency, out var unit) || unit == Currency.None)
                problems.Add(new RateProblem(i + 1, Titles[0], $"'{Shown(currency)}' is not the code of a currency, such as AFN."));
            if (!DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                problems.Add(new RateProblem(i + 1, Titles[1], $"'{Shown(month)}' is not a month, such as 2025-05."));
            if (!decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var rate) || rate is <= 0m or > 1_000_000m)
                problems.Add(new RateProblem(i + 1, Titles[2], $"'{Shown(value)}' is not a rate above 0, at most 1,000,000, with a decimal point, such as 0.0141."));
            else if (unit == Currency.Usd && rate != 1m)
                problems.Add(new RateProblem(i + 1, Titles[2], "One US dollar is one US dollar."));
            if (problems.Count > found)
                continue;
            if (!seen.TryAdd((unit, day.Year, day.Month), i + 1))
                problems.Add(new RateProblem(i + 1, null, $"{unit} has a rate for {month} on line {seen[(unit, day.Year, day.Month)]} already."));
            else
                rates.Add(new MonthlyRate(unit, day.Year, day.Month, rate));
        }

        if (problems.Count > 0)
            return new RatesReading.Refused(problems.ToImmutable());
        return rates.Count == 0 ? Refuse(header + 1, null, "The file has no rates.") : new RatesReading.Read(rates.ToImmutable());
    }

    private static RatesReading.Refused Refuse(int line, string? column, string message) => new([new RateProblem(line, column, message)]);

    // No value of these three columns holds a separator or a quote, so a full CSV reader would be idle here.
    private static ImmutableArray<string> Cells(string line, char separator) =>
        [.. line.Split(separator).Select(cell => cell.Trim().Trim('"').Trim())];

    private static string Cell(ImmutableArray<string> cells, int column) => column < cells.Length ? cells[column] : "";

    private static string Shown(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
