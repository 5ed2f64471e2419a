using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>The columns that name organisations of one role; at least one of <paramref name="Name"/> and <paramref name="Code"/> is there.</summary>
/// <param name="Role">null where the header does not say it.</param>
/// <param name="RoleColumn">The column that says it row by row.</param>
internal sealed record OrganisationColumns(OrganisationRole? Role, HeaderColumn? Name, HeaderColumn? Code, HeaderColumn? Type, HeaderColumn? RoleColumn)
{
    public static OrganisationColumns Of(Dictionary<TablePart, HeaderColumn> group) => new(
        group.Values.Select(column => column.Meaning!.Role).FirstOrDefault(role => role is not null),
        group.GetValueOrDefault(TablePart.Value),
        group.GetValueOrDefault(TablePart.Code),
        group.GetValueOrDefault(TablePart.Type),
        group.GetValueOrDefault(TablePart.Role));

    public HeaderColumn First => Name ?? Code!;
}
