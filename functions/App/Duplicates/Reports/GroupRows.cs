using System.Collections.Immutable;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>The records of groups as rows of a workbook.</summary>
internal sealed class GroupRows
{
    private const int LongestTitle = 1_000;

    private readonly DuplicateReport _report;
    private readonly ReportLinks _links;
    private readonly Dictionary<ProjectIdentity, ProjectCard> _cards;

    public GroupRows(DuplicateReport report, ReportLinks links)
    {
        (_report, _links) = (report, links);
        _cards = ReportModel.Cards(report, report.Groups.SelectMany(static group => group.Members).ToHashSet());
    }

    public static ImmutableArray<string> Columns { get; } = ["Group", "Record", "Partner", "Reference", "Title", "Confirmed", "Why the first is suggested to lead", "What contradicts it", "Address"];

    public const int Lines = 3;

    public static SheetLook Look { get; } = new([8, 16, 30, 24, 60, 11, 50, 50, 60]);

    /// <summary>The number of the group that each pair belongs to, by the pair's id; groups count from 1 in the report's order.</summary>
    public static Dictionary<string, int> Numbers(DuplicateReport report)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (at, group) in report.Groups.Index())
            foreach (var pair in group.Pairs) numbers.TryAdd(pair, at + 1);
        return numbers;
    }

    public IEnumerable<Row> All() => _report.Groups.Index().SelectMany(static group => group.Item.Members.Index().Select(member => new Row(group.Index + 1, group.Item, member.Index, member.Item)));

    public void Write(WorkbookSheet sheet, Row row)
    {
        var card = _cards.GetValueOrDefault(row.Member);
        sheet.Number(row.Number, CellStyle.Amount);
        sheet.Text(row.At == 0 ? "suggested to lead" : "member", CellStyle.Wrapped);
        sheet.Text(card is null ? row.Member.Partner.Value : ReportText.Partner(card), CellStyle.Wrapped);
        sheet.Link(card is null ? ReportText.Reference(row.Member) : ReportText.Reference(card), _links.Absolute ? _links.Project(row.Member) : null);
        sheet.Text(card is null ? null : ShortText.Of(string.Join(" / ", card.Titles.Take(ReportText.MostValues)), LongestTitle), CellStyle.Wrapped);
        sheet.Text(row.Group.Confirmed ? "yes" : "no", CellStyle.Wrapped);
        sheet.Text(row.At == 0 ? ShortText.Of(row.Group.Why, LongestTitle) : null, CellStyle.Wrapped);
        sheet.Text(row.At == 0 ? ShortText.Of(row.Group.Conflict ?? "", LongestTitle) : null, CellStyle.Wrapped);
        sheet.Text(_links.Project(row.Member), CellStyle.Wrapped);
    }

    /// <param name="Number">Of the group.</param>
    /// <param name="At">The member's place in it; 0 for the one that is suggested to lead.</param>
    public sealed record Row(int Number, GroupEntry Group, int At, ProjectIdentity Member);
}
