using CsCheck;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Tests.Projects;

/// <summary>Invented projects.</summary>
internal static class SampleProjects
{
    public static readonly Project Plain = new()
    {
        Partner = PartnerId.Parse("sample-partner"),
        Reference = ProjectReference.From("SAMPLE-1")!,
        Titles = [new Narrative("Border posts", "en")],
    };

    public static PlaceCode Place(string text) => PlaceCode.TryParse(text, out var code) ? code : throw new FormatException(text);

    private static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    /// <summary>Projects out of few values, so that two of them often agree in some fields.</summary>
    public static Gen<Project> Any { get; } =
        from title in One("Border posts", "Laboratories")
        from language in One<string?>(null, "en", "ru")
        from titles in One("Пост", "Labo").Array[0, 2]
        from descriptions in One("one", "two").Array[0, 2]
        from status in One<ActivityStatus?>(null, ActivityStatus.Closed, ActivityStatus.Implementation)
        from days in Gen.Int[0, 2]
        from places in Gen.Select(One("AF-KAN", "IR", "?"), One<decimal?>(null, 100m, 100.0m, 60m)).Array[0, 3]
        from sectors in Gen.Select(One("1", "99"), One("16063", "43010"), One<decimal?>(null, 100m, 50m)).Array[0, 3]
        from themes in Gen.Select(One<string?>(null, "precursors"), One("Precursors", "precursor")).Array[0, 2]
        from money in Gen.Select(Gen.Enum<MoneyKind>(), One(1m, 1.00m, 2m), One<string?>(null, "USD"), One<string?>(null, "2", "3")).Array[0, 3]
        from organisations in Gen.Select(Gen.Enum<OrganisationRole>(), One("A", "B"), One<string?>(null, "XX-1")).Array[0, 3]
        from extras in One("a", "b").Array[0, 2]
        from stamp in Gen.Int[0, 2]
        select Plain with
        {
            Titles = [new Narrative(title, language), .. titles.Select(static text => new Narrative(text))],
            Descriptions = [.. descriptions.Select(static text => new Description(1, [new Narrative(text)]))],
            Status = status,
            Dates = days == 0 ? ProjectDates.Unknown : new ProjectDates(PlannedEnd: new DateOnly(2026, 1, days)),
            Places = [.. places.Select(static place => new PlaceShare(PlaceCode.TryParse(place.Item1, out var code) ? code : null, place.Item1.ToLowerInvariant(), place.Item2))],
            Sectors = [.. sectors.Select(static sector => new SectorShare(sector.Item1, sector.Item2, sector.Item3))],
            Themes = [.. themes.Select(static theme => new ThemeShare(theme.Item1, theme.Item2))],
            Money = [.. money.Select(static line => new MoneyLine(line.Item1, line.Item2, line.Item3, TransactionType: line.Item4))],
            Organisations = [.. organisations.Select(static each => new Participation(each.Item1, new OrganisationName(each.Item2, each.Item3)))],
            Extras = [.. extras.Select(static value => new Extra("Note", value))],
            LastUpdated = stamp == 0 ? null : DateTimeOffset.UnixEpoch.AddDays(stamp),
        };
}
