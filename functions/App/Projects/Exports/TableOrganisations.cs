using System.Globalization;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>
/// Organisations as a table has them: a list for each role, with references and types in the same order where the names do not say them;
/// one on each row where one has a reference alone or two bear one name.
/// </summary>
internal static class TableOrganisations
{
    private static readonly (OrganisationRole Role, string Column, string Stem)[] Roles =
    [
        (OrganisationRole.Funding, TableColumns.Donor, "Donor organisation"),
        (OrganisationRole.Accountable, "Accountable organisation", "Accountable organisation"),
        (OrganisationRole.Extending, "Extending organisation", "Extending organisation"),
        (OrganisationRole.Implementing, "Implementing organisation", "Implementing organisation"),
    ];

    public static void Fill(Project project, Func<int, TableRow> row)
    {
        foreach (var (role, column, stem) in Roles)
        {
            var here = project.Organisations.Where(participation => participation.Role == role).Select(static participation => participation.Organisation).ToList();
            if (here.Count == 0) continue;
            if (here.TrueForAll(static one => one.Name.Length > 0) && here.DistinctBy(static one => one.Name).Count() == here.Count)
            {
                Set(row(0), column, stem, here);
                continue;
            }

            for (var at = 0; at < here.Count; at++) Set(row(at), column, stem, [here[at]]);
        }

        if (project.ReportingOrganisation is { } reporter) Set(row(0), TableColumns.Reporting, TableColumns.Reporting, [reporter]);
    }

    private static void Set(TableRow row, string column, string stem, List<OrganisationName> organisations)
    {
        row.Set(column, TableTexts.List(organisations.Select(static one => TableTexts.Single(one.Name))));
        if (organisations.Exists(static one => one.Reference != Found(null, one.Name)?.Id) || (column == TableColumns.Donor && organisations.Exists(static one => one.Reference is not null)))
            row.Set($"{stem} reference", TableTexts.List(organisations.Select(static one => one.Reference is { } reference ? TableTexts.Single(reference) : Found(null, one.Name)?.Id is null ? "" : OrganisationCells.NotStated)));
        if (organisations.Exists(static one => one.Type != (int?)Found(one.Reference, one.Name)?.Type))
            row.Set($"{stem} type", TableTexts.List(organisations.Select(static one => one.Type is { } type ? Name(type) : Found(one.Reference, one.Name) is null ? "" : OrganisationCells.NotStated)));
    }

    /// <summary>What the reader of a table finds: numbers alone are codes of some list, and a name says more.</summary>
    private static Organisation? Found(string? reference, string name) =>
        Organisations.Find(name.Length > 0 && reference?.All(char.IsAsciiDigit) == true ? null : reference, name).TryGet(out var found) ? found : null;

    private static string Name(int type) => TableTexts.Single(
        OrganisationTypes.Name((OrganisationType)type) is var name && OrganisationTypes.Find(name).TryGet(out var same) && (int)same == type ? name : type.ToString(CultureInfo.InvariantCulture));
}
