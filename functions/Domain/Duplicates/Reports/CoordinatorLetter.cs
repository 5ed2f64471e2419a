using System.Collections.Immutable;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>What a mail to somebody is about.</summary>
/// <param name="Theirs">Of the night's report, what is theirs.</param>
/// <param name="Choice">When they are mailed.</param>
/// <param name="Fresh">What is new to them: new or open again tonight; in a digest, in the last seven days.</param>
/// <param name="Open">What is open beside that.</param>
/// <param name="Countries">The names of their countries in which the fresh pairs are, the one with most first.</param>
public sealed record CoordinatorLetter(
    Person Person,
    DuplicateReport Theirs,
    DuplicateMail Choice,
    ImmutableArray<PairEntry> Fresh,
    ImmutableArray<PairEntry> Open,
    ImmutableArray<string> Countries)
{
    /// <summary>Countries that a subject names.</summary>
    private const int MostNamed = 3;

    /// <returns>Null where no mail is due.</returns>
    public static CoordinatorLetter? Of(DuplicateReport report, Partner partner, Person person)
    {
        var choice = CoordinatorShare.ChoiceOf(person);
        if (choice == DuplicateMail.Never) return null;
        var theirs = CoordinatorShare.Of(report, partner, person);
        if (!CoordinatorShare.IsDue(choice, theirs)) return null;
        var undecided = theirs.Pairs.Where(static pair => ReportParts.SectionOf(pair) != ReportSection.Decided).ToLookup(pair => IsFresh(pair, choice, report.Date));
        ImmutableArray<PairEntry> fresh = [.. undecided[true]];
        return new CoordinatorLetter(person, theirs, choice, fresh, [.. undecided[false]], NamesOf(fresh, CoordinatorShare.CountriesOf(partner, person)));
    }

    /// <summary>In one line, such as "3 new possible duplicates in Afghanistan and Tajikistan, 24 November 2026".</summary>
    public string Subject => $"{(Choice == DuplicateMail.Weekly ? "This week: " : "")}{Capital(News)}, {CardRows.Day(Theirs.Date)}";

    /// <summary>The whole mail in a sentence or two.</summary>
    public string Sentence
    {
        get
        {
            var span = Choice == DuplicateMail.Weekly ? " in the last seven days" : "";
            var decided = Theirs.Pairs.Count(static pair => pair.State == PairState.Decided);
            var open = Open.IsEmpty ? "" : $" {ReportWords.Number(Open.Length)} {(Open.Length == 1 ? "pair is" : "pairs are")} still open from before.";
            var done = decided == 0 ? "" : $" {ReportWords.Number(decided)} {(decided == 1 ? "was" : "were")} decided since the last report.";
            return $"{Capital(Fresh.IsEmpty ? "no new possible duplicates" : News)}{span}.{open}{done}";
        }
    }

    private string News
    {
        get
        {
            if (Fresh.IsEmpty) return Open.IsEmpty ? "no new possible duplicates" : $"no new possible duplicates ({ReportWords.Number(Open.Length)} still open)";
            var parts = ReportParts.Kinds.Select(kind => (Kind: kind, Count: Fresh.Count(pair => pair.Kind == kind && !IsAgain(pair)))).Where(static part => part.Count > 0)
                .Select((part, at) => $"{ReportWords.Number(part.Count)} {(at == 0 ? "new " : "")}{Name(part.Kind, part.Count)}").ToList();
            if (Fresh.Count(IsAgain) is > 0 and var again) parts.Add(parts.Count > 0 ? $"{ReportWords.Number(again)} open again" : $"{ReportWords.Number(again)} {(again == 1 ? "pair" : "pairs")} open again");
            return List(parts) + (Countries.IsEmpty ? "" : $" in {(Countries.Length > MostNamed ? $"{ReportWords.Number(Countries.Length)} countries" : List(Countries))}");
        }
    }

    private static bool IsAgain(PairEntry pair) => pair.State == PairState.Reopened;

    private static bool IsFresh(PairEntry pair, DuplicateMail choice, DateOnly night) =>
        ReportParts.SectionOf(pair) == ReportSection.New || (choice == DuplicateMail.Weekly && pair.FoundOn > night.AddDays(-CoordinatorShare.DigestDays));

    private static ImmutableArray<string> NamesOf(ImmutableArray<PairEntry> pairs, ImmutableArray<string> theirs) =>
    [
        .. pairs.SelectMany(pair => pair.Left.Countries.Union(pair.Right.Countries)).Where(code => theirs.IsEmpty || theirs.Contains(code))
            .GroupBy(static code => code).OrderByDescending(static code => code.Count()).ThenBy(static code => code.Key, StringComparer.Ordinal)
            .Select(static code => PlaceCode.TryParse(code.Key, out var place) ? Places.Name(place) : code.Key),
    ];

    private static string Name(PairKind kind, int count) => (kind, count) switch
    {
        (PairKind.Same, 1) => "possible duplicate",
        (PairKind.Same, _) => "possible duplicates",
        (PairKind.Overlap, 1) => "overlap",
        (PairKind.Overlap, _) => "overlaps",
        (_, 1) => "pair of related projects",
        _ => "pairs of related projects",
    };

    private static string List(IReadOnlyList<string> parts) => parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} and {parts[^1]}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
