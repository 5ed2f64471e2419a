using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Partners;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>What a mail shows, as text and as a page.</summary>
/// <param name="Fresh">The first of the fresh pairs.</param>
/// <param name="Open">The first of those that are still open; none for who asked for news only.</param>
/// <param name="InWorkbook">Pairs in the workbook that goes with it, which are the first of theirs.</param>
public sealed record LetterModel(CoordinatorLetter Letter, ReportLinks Links, ImmutableArray<PairEntry> Fresh, ImmutableArray<PairEntry> Open, int InWorkbook)
{
    /// <summary>Pairs that a mail lists.</summary>
    public const int MostPairs = 50;

    /// <summary>Reasons that a mail gives for a pair.</summary>
    public const int MostReasons = 5;

    public const int LongestTitle = 200;

    public const int LongestWhy = 600;

    public static LetterModel Of(CoordinatorLetter letter, ReportLinks links, int inWorkbook)
    {
        ImmutableArray<PairEntry> fresh = [.. letter.Fresh.Take(MostPairs)];
        ImmutableArray<PairEntry> open = letter.Choice == DuplicateMail.Always ? [.. letter.Open.Take(MostPairs - fresh.Length)] : [];
        return new LetterModel(letter, links, fresh, open, inWorkbook);
    }

    public IEnumerable<(string Heading, ImmutableArray<PairEntry> Pairs)> Parts =>
        new (string, ImmutableArray<PairEntry>)[] { (Letter.Choice == DuplicateMail.Weekly ? "New this week" : Letter.Fresh.Any(static pair => pair.State == PairState.Reopened) ? "New, or open again" : "New", Fresh), ("Still open", Open) }.Where(static part => part.Item2.Length > 0);

    /// <summary>What is not listed and where it is; null where everything is.</summary>
    public string? More
    {
        get
        {
            var left = Letter.Fresh.Length + Letter.Open.Length - Fresh.Length - Open.Length;
            return left == 0 ? null : $"{ReportWords.Number(left)} {(Fresh.Length + Open.Length == 0 ? "" : "more ")}{(left == 1 ? "pair is" : "pairs are")} in the workbook that comes with this mail.";
        }
    }

    /// <summary>What the workbook leaves out; null where it has all of theirs.</summary>
    public string? LeftOut => InWorkbook >= Letter.Theirs.Pairs.Length
        ? null
        : $"The workbook holds the first {ReportWords.Number(InWorkbook)} of {ReportWords.Number(Letter.Theirs.Pairs.Length)} pairs, because a mail takes no more; the others are at {Links.Site}/api/duplicates.";

    /// <summary>Why somebody gets this, and how they change it.</summary>
    public string Footing => Letter.Choice switch
    {
        DuplicateMail.Always => "You get this every night.",
        DuplicateMail.Weekly => "You get this on Mondays.",
        _ => "You get this on nights when there is something new.",
    } + " The secretariat can set it to always, when-new, weekly or never in your entry in the partner directory.";

    public static string Title(ProjectCard card) => ReportText.Title(card, LongestTitle);

    /// <summary>Reference, dates and amount in one line, as far as they are stated.</summary>
    public static string Facts(ProjectCard card)
    {
        var dates = (card.Start, card.End) switch
        {
            ({ } start, { } end) => $"{CardRows.Day(start)} to {CardRows.Day(end)}",
            ({ } start, null) => $"from {CardRows.Day(start)}",
            (null, { } end) => $"until {CardRows.Day(end)}",
            _ => "no dates stated",
        };
        var amount = card.Amounts.IsEmpty ? "no amount stated" : ShortText.Of(string.Join("; ", card.Amounts.Take(3)), ReportText.LongestName);
        var places = card.Places.IsEmpty ? "no places stated" : ShortText.Of(string.Join("; ", card.Places.Take(4)), ReportText.LongestName);
        return string.Join(", ", new[] { ReportText.Reference(card), dates, amount, places });
    }

    public static string Why(PairEntry pair) => ShortText.Of(Waterfall.Line(pair, MostReasons), LongestWhy);

    public static string Person(Contact person) =>
        $"{ShortText.Of(person.Name, ReportText.LongestName)} ({RoleNames.Of(person.Role).Replace('-', ' ')}, {ShortText.Of(person.Organisation, ReportText.LongestName)}){(person.Mail is { } mail ? $", {ShortText.Of(mail, 320)}" : "")}";
}
