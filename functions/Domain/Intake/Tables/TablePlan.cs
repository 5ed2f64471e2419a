using System.Collections.Immutable;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>What is read from which columns of one table, settled once before its rows are read.</summary>
internal sealed class TablePlan
{
    private readonly List<HeaderColumn> _left = [];

    private TablePlan(TableHeader header) => Header = header;

    public TableHeader Header { get; }

    public ImmutableArray<HeaderColumn> References { get; private set; }

    public ImmutableArray<ImmutableArray<HeaderColumn>> Titles { get; private set; }

    public ImmutableArray<HeaderColumn> Descriptions { get; private set; }

    /// <summary>Fields that take one value, each with its columns: the first that says something counts.</summary>
    public ImmutableArray<(TableField Field, ImmutableArray<HeaderColumn> Columns)> Scalars { get; private set; }

    public ImmutableArray<OrganisationColumns> Organisations { get; private set; }

    public OrganisationColumns? Reporting { get; private set; }

    /// <summary>Countries, regions, places, provinces and districts, in the order of the file.</summary>
    public ImmutableArray<ShareColumns> Places { get; private set; }

    public ImmutableArray<ShareColumns> Sectors { get; private set; }

    public ImmutableArray<ShareColumns> Themes { get; private set; }

    /// <summary>Columns whose cells are a list: papers, related projects, other identifiers.</summary>
    public ImmutableArray<HeaderColumn> Lists { get; private set; }

    public HeaderColumn? OtherIdentifierTypes { get; private set; }

    public HeaderColumn? Details { get; private set; }

    public MoneyPlan Money { get; private set; } = MoneyPlan.Empty;

    /// <summary>Columns that are kept with the project under their own names.</summary>
    public ImmutableArray<HeaderColumn> Kept { get; private set; }

    /// <summary>Columns that mean what another one means already: each with the one that counts.</summary>
    public ImmutableDictionary<int, HeaderColumn> Doubles { get; private set; } = ImmutableDictionary<int, HeaderColumn>.Empty;

    public static TablePlan Of(TableHeader header)
    {
        var plan = new TablePlan(header);
        var columns = header.Columns.Where(column => column.Meaning is not null).ToLookup(column => column.Meaning!.Field);
        plan._left.AddRange(header.Columns.Where(column => column.Meaning is null or { Field: TableField.Kept }));
        plan.References = plan.One(columns[TableField.Reference]);
        plan.Titles = [.. columns[TableField.Title].GroupBy(column => column.Meaning!.Language).Select(plan.One)];
        plan.Descriptions = [.. columns[TableField.Description]];
        plan.Scalars =
        [
            .. ((TableField[])[TableField.Language, TableField.Status, TableField.PlannedStart, TableField.ActualStart, TableField.PlannedEnd, TableField.ActualEnd, TableField.Period,
                TableField.Website, TableField.Hierarchy, TableField.LastUpdated])
            .Where(columns.Contains).Select(field => (field, plan.One(columns[field]))),
        ];
        plan.Organisations = [.. columns[TableField.Organisation].GroupBy(column => column.Meaning!.Role).SelectMany(role => plan.Grouped(role)).Select(OrganisationColumns.Of)];
        plan.Reporting = plan.Grouped(columns[TableField.Reporting]).Select(OrganisationColumns.Of).FirstOrDefault();
        plan.Places = [.. ((TableField[])[TableField.Country, TableField.Region, TableField.Place, TableField.Province, TableField.District]).SelectMany(field => plan.Grouped(columns[field])).Select(ShareColumns.Of)];
        plan.Sectors = [.. plan.Grouped(columns[TableField.Sector]).Select(ShareColumns.Of)];
        plan.Themes = [.. plan.Grouped(columns[TableField.Theme]).Select(ShareColumns.Of)];
        plan.Lists = [.. columns[TableField.Paper], .. columns[TableField.Related], .. columns[TableField.OtherIdentifier].Where(column => column.Meaning!.Part != TablePart.Type)];
        plan.OtherIdentifierTypes = columns[TableField.OtherIdentifier].FirstOrDefault(column => column.Meaning!.Part == TablePart.Type);
        plan.Details = columns[TableField.Details].FirstOrDefault();
        plan.Money = MoneyPlan.Of([.. columns[TableField.Money]], header, plan._left, plan.Double);
        plan.Kept = [.. plan._left.OrderBy(column => column.Index)];
        return plan;
    }

    /// <summary>The columns of a field that takes one value; those after the first are also kept, so that a difference is not lost.</summary>
    private ImmutableArray<HeaderColumn> One(IEnumerable<HeaderColumn> columns)
    {
        var ordered = columns.OrderBy(column => column.Meaning!.Rank).ThenBy(column => column.Index).ToImmutableArray();
        foreach (var other in ordered.Skip(1)) Double(other, ordered[0]);
        return ordered;
    }

    private void Double(HeaderColumn column, HeaderColumn first)
    {
        _left.Add(column);
        Doubles = Doubles.SetItem(column.Index, first);
    }

    /// <summary>Columns that belong together, such as a country's name, code and percentage: a part joins the first group that lacks it.</summary>
    private List<Dictionary<TablePart, HeaderColumn>> Grouped(IEnumerable<HeaderColumn> columns)
    {
        var groups = new List<Dictionary<TablePart, HeaderColumn>>();
        foreach (var column in columns)
        {
            var part = column.Meaning!.Part;
            var group = groups.Find(candidate => !candidate.ContainsKey(part));
            if (group is null && part is TablePart.Value or TablePart.Code) groups.Add(group = []);
            // The vocabulary's code says more than its name.
            if (group is null && part == TablePart.Vocabulary && column.Name.Contains("code", StringComparison.OrdinalIgnoreCase)) group = Leave(groups[0], part);
            if (group is null)
            {
                // A type without a name, or the type once as a word and once as a code.
                if (groups.Count == 0) groups.Add(new Dictionary<TablePart, HeaderColumn> { [part] = column });
                else _left.Add(column with { Meaning = new ColumnMeaning(TableField.Kept) });
                continue;
            }

            group[part] = column;
        }

        foreach (var group in groups.Where(group => !group.ContainsKey(TablePart.Value) && !group.ContainsKey(TablePart.Code)).ToList())
        {
            groups.Remove(group);
            _left.AddRange(group.Values.Select(column => column with { Meaning = new ColumnMeaning(TableField.Kept) }));
        }

        return groups;
    }

    private Dictionary<TablePart, HeaderColumn> Leave(Dictionary<TablePart, HeaderColumn> group, TablePart part)
    {
        _left.Add(group[part] with { Meaning = new ColumnMeaning(TableField.Kept) });
        return group;
    }
}
