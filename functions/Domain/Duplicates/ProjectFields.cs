using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Domain.Duplicates;

/// <summary>What the fields of projects are, for the linkage of records; their names are those in reasons.</summary>
public static class ProjectFields
{
    public static ImmutableArray<MatchField> All { get; } =
    [
        new("title", FieldKind.Title),
        new("description", FieldKind.Text),
        new("funding organisation", FieldKind.Organisation),
        new("implementing organisation", FieldKind.Organisation),
        new("country", FieldKind.Place),
        new("province", FieldKind.Place),
        new("sector", FieldKind.Category),
        new("start", FieldKind.StartDate),
        new("end", FieldKind.EndDate),
        new("amount", FieldKind.Amount),
        new("identifier", FieldKind.Identifier),
    ];

    public static MatchRecord RecordOf(ProjectRecord project) => new(
        project.Key,
        project.Partner,
        [
            project.Titles,
            project.Texts,
            project.Funders,
            project.Implementers,
            project.Countries,
            project.Provinces,
            project.Sectors,
            Day(project.Start),
            Day(project.End),
            project.Usd is { } usd ? [usd.ToString("R", CultureInfo.InvariantCulture)] : [],
            project.Identifiers,
        ]);

    private static ImmutableArray<string> Day(DateOnly? day) => day is { } known ? [known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)] : [];
}
