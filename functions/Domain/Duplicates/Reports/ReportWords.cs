using System.Globalization;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>What a report says of itself.</summary>
public static class ReportWords
{
    /// <summary>The whole report in one or two sentences.</summary>
    public static string Summary(DuplicateReport report)
    {
        if (report.Figures.Projects < 2 && report.Pairs.IsEmpty)
            return report.Figures.Projects == 0 ? "The register holds no projects, so there is nothing to compare." : "The register holds one project, so there is nothing to compare.";
        var counts = Enum.GetValues<PairState>().ToDictionary(static state => state, state => report.Pairs.Count(pair => pair.State == state));
        var said = new List<string>();
        if (counts[PairState.New] > 0) said.Add($"{Pairs(counts[PairState.New], "new ")} of projects to look at");
        if (counts[PairState.Reopened] > 0) said.Add($"{Number(counts[PairState.Reopened])} open again because a project changed");
        if (counts[PairState.Open] > 0) said.Add($"{Number(counts[PairState.Open])} still open");
        if (counts[PairState.Decided] > 0) said.Add($"{Number(counts[PairState.Decided])} decided {Since(report)}");
        var first = said.Count == 0 ? $"There is nothing to look at among {Number(report.Figures.Projects)} projects" : Sentence(said);
        return said.Count > 0 && counts[PairState.New] + counts[PairState.Reopened] == 0 ? $"Nothing is new {Since(report)}: {first}." : $"{first}.";
    }

    /// <summary>What a kind of pair is, in a heading.</summary>
    public static string Heading(PairKind kind) => kind switch
    {
        PairKind.Same => "The same project, reported twice",
        PairKind.Overlap => "Different projects that overlap",
        PairKind.Related => "Related projects",
        _ => "Unrelated projects",
    };

    /// <summary>What is to be done with a kind of pair, in a sentence.</summary>
    public static string Advice(PairKind kind) => kind switch
    {
        PairKind.Same => "Say whether the two are one project. Confirmed pairs are counted once in sums.",
        PairKind.Overlap => "Different partners do the same thing in the same place at the same time: bring their people together.",
        PairKind.Related => "Phases, renewals and components of one thing: linked, never merged. Nothing has to be done unless a link is wrong.",
        _ => "Nothing has to be done.",
    };

    /// <summary>The word for a kind in the contract: <c>same</c>, <c>related</c>, <c>overlap</c> or <c>unrelated</c>.</summary>
    public static string Word(PairKind kind) => kind switch
    {
        PairKind.Same => "same",
        PairKind.Related => "related",
        PairKind.Overlap => "overlap",
        _ => "unrelated",
    };

    /// <summary>What a chance is the chance of, such as "97.2% likely the same project".</summary>
    public static string Likely(PairEntry pair)
    {
        var chance = ReasonWords.Chance(pair.Probability);
        return $"{char.ToUpperInvariant(chance[0])}{chance[1..]} likely {pair.Kind switch { PairKind.Same => "the same project", PairKind.Overlap => "to overlap", _ => "to be related" }}";
    }

    /// <summary>A decision in a sentence.</summary>
    public static string Of(Decision decision) =>
        $"{decision.By} said “{Word(decision.Verdict)}” on {CardRows.Day(DateOnly.FromDateTime(decision.At.UtcDateTime))}{(decision.Note.Length > 0 ? $": {decision.Note}" : ".")}";

    public static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Pairs(int count, string what) => $"{Number(count)} {what}{(count == 1 ? "pair" : "pairs")}";

    private static string Since(DuplicateReport report) => report.Previous is { } night ? $"since the report of {CardRows.Day(night)}" : "so far";

    private static string Sentence(List<string> said) => said.Count == 1 ? said[0] : $"{string.Join(", ", said[..^1])} and {said[^1]}";
}
