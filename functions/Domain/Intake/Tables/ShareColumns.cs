namespace ParisPact.Domain.Intake.Tables;

/// <summary>The columns that name places, sectors or themes with their percentages; at least one of <paramref name="Name"/> and <paramref name="Code"/> is there.</summary>
internal sealed record ShareColumns(TableField Field, HeaderColumn? Name, HeaderColumn? Code, HeaderColumn? Percentage, HeaderColumn? Vocabulary)
{
    public static ShareColumns Of(Dictionary<TablePart, HeaderColumn> group) => new(
        group.Values.First().Meaning!.Field,
        group.GetValueOrDefault(TablePart.Value),
        group.GetValueOrDefault(TablePart.Code),
        group.GetValueOrDefault(TablePart.Percentage),
        group.GetValueOrDefault(TablePart.Vocabulary));

    public HeaderColumn First => Name ?? Code!;

    public IEnumerable<HeaderColumn> All => ((HeaderColumn?[])[Name, Code, Percentage, Vocabulary]).OfType<HeaderColumn>();
}
