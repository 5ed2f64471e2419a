using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>Pairs as rows of a workbook.</summary>
internal sealed class PairRows(ReportSection section, IReadOnlyDictionary<string, int> groups, ReportLinks links)
{
    /// <summary>Characters: the longest title that one reads in a table. The JSON has them whole.</summary>
    private const int LongestTitle = 1_000;

    private const int LongestText = 2_000;

    /// <summary>A chance is never shown as certain.</summary>
    private const decimal Likely = 0.999m;

    private const decimal Unlikely = 0.001m;

    private static readonly ImmutableArray<string> Project = ["partner", "reference", "title", "start", "end", "amount in USD", "amount as stated"];

    private static readonly ImmutableArray<string> Verdicts = [.. Enum.GetValues<PairKind>().Select(ReportWords.Word)];

    private static readonly ImmutableArray<double> ProjectWidths = [26, 22, 44, 11, 11, 14, 20];

    /// <summary>"Pair", "Verdict" and "Note" are what a file of verdicts needs.</summary>
    public static ImmutableArray<string> Columns(ReportSection section) =>
    [
        "Kind", "Chance", "State", .. Project.Select(static name => $"First {name}"), .. Project.Select(static name => $"Second {name}"),
        "Reasons", "What changed", "People to bring together", "Group", "Found on", "Assigned to",
        "Verdict", "Note", section == ReportSection.Decided ? "Decided by" : "Decided before by", section == ReportSection.Decided ? "Decided on" : "Decided before on", "Decided before as", "Pair", "Address",
    ];

    /// <summary>Lines of a row: what is longer shows in the cell that one is in.</summary>
    public const int Lines = 5;

    public static SheetLook Look { get; } = new(
        [10, 9, 12, .. ProjectWidths, .. ProjectWidths, 70, 40, 40, 8, 11, 18, 12, 34, 22, 12, 12, 26, 50],
        Choice: new SheetChoice(23, Verdicts));

    public void Write(WorkbookSheet sheet, PairEntry pair)
    {
        sheet.Text(ReportWords.Word(pair.Kind), CellStyle.Wrapped);
        sheet.Number(Math.Clamp((decimal)Math.Round(pair.Probability, 3), Unlikely, Likely), CellStyle.Chance);
        sheet.Text(State(pair.State), CellStyle.Wrapped);
        Write(sheet, pair.Left);
        Write(sheet, pair.Right);
        sheet.Text(ShortText.Of(Waterfall.Line(pair), LongestText), CellStyle.Wrapped);
        sheet.Text(ShortText.Of(string.Join(" ", pair.Changes), LongestText), CellStyle.Wrapped);
        sheet.Text(ShortText.Of(string.Join("; ", pair.People.Select(static person => $"{person.Name} ({RoleNames.Of(person.Role)}, {person.Organisation}){(person.Mail is { } mail ? $" {mail}" : "")}")), LongestText), CellStyle.Wrapped);
        sheet.Number(groups.TryGetValue(pair.Id, out var group) ? group : (decimal?)null, CellStyle.Amount);
        sheet.Day(pair.FoundOn);
        sheet.Text(ShortText.Of(pair.AssignedTo ?? "", LongestText), CellStyle.Wrapped);
        Decided(sheet, pair.Decision);
        sheet.Text(pair.Id, CellStyle.Wrapped);
        sheet.Link(links.Pair(pair.Id), Leads(links.Pair(pair.Id)));
    }

    private void Write(WorkbookSheet sheet, ProjectCard card)
    {
        sheet.Text(ReportText.Partner(card) + (card.Withdrawn ? " (withdrawn since)" : ""), CellStyle.Wrapped);
        sheet.Link(ReportText.Reference(card), Leads(links.Project(card.Identity)));
        sheet.Text(ShortText.Of(string.Join(" / ", card.Titles.Take(ReportText.MostValues)), LongestTitle), CellStyle.Wrapped);
        sheet.Day(card.Start);
        sheet.Day(card.End);
        sheet.Number(card.Usd is { } usd ? Math.Round(usd, 2) : null, CellStyle.Amount);
        sheet.Text(ShortText.Of(string.Join("; ", card.Amounts.Take(ReportText.MostValues)), LongestTitle), CellStyle.Wrapped);
    }

    /// <summary>In pairs that were decided what was decided; in others two cells to be filled in, and beside them what was decided before.</summary>
    private void Decided(WorkbookSheet sheet, Decision? decision)
    {
        var final = section == ReportSection.Decided;
        sheet.Text(final && decision is not null ? ReportWords.Word(decision.Verdict) : null, final ? CellStyle.Wrapped : CellStyle.Open);
        sheet.Text(final && decision is not null ? ShortText.Of(decision.Note, LongestText) : null, final ? CellStyle.Wrapped : CellStyle.Open);
        sheet.Text(ShortText.Of(decision?.By ?? "", LongestTitle), CellStyle.Wrapped);
        sheet.Day(decision is null ? null : DateOnly.FromDateTime(decision.At.UtcDateTime));
        sheet.Text(final || decision is null ? null : ReportWords.Word(decision.Verdict), CellStyle.Wrapped);
    }

    private string? Leads(string address) => links.Absolute ? address : null;

    private static string State(PairState state) => state switch
    {
        PairState.New => "new",
        PairState.Reopened => "open again",
        PairState.Open => "open",
        _ => "decided",
    };
}
