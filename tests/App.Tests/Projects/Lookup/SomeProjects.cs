using System.Collections.Immutable;
using CsCheck;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Projects;

namespace ParisPact.Tests.Projects.Lookup;

/// <summary>Projects and questions at random, from few values, so that questions meet projects.</summary>
internal static class SomeProjects
{
    private static readonly DateTimeOffset Day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Partners = ["norland", "sudland", "westermark-3"];

    private static readonly string[] Words = ["border", "control", "post", "Kontrolle", "Шлюз", "women's", "b", "bo", "precursors", "2024"];

    private static readonly Gen<decimal?> Percentage = Pick<decimal?>(null, null, 10m, 25m, 33.33m, 50m, 100m, 0m);

    private static readonly Gen<PlaceShare> Place = Gen.Select(
        Pick("AF", "AF-KAN", "AF-HEL", "PK", "PK-SD", "IR", "298", "elsewhere"),
        Percentage,
        (text, percentage) => text switch
        {
            "298" => new PlaceShare(null, text, percentage, 298),
            "elsewhere" => new PlaceShare(null, text, percentage),
            _ => new PlaceShare(PlaceCode.Parse(text), text, percentage),
        });

    private static readonly Gen<Participation> Funder = Gen.Select(
        Pick<string?>(null, "ZZ-1", "zz-2"),
        Pick("Fund of the North", "Fund of the north", "South Fund", ""),
        Pick(OrganisationRole.Funding, OrganisationRole.Funding, OrganisationRole.Implementing),
        (reference, name, role) => new Participation(role, new OrganisationName(name, reference)));

    private static readonly Gen<MoneyLine> Money = Gen.Select(
        Pick(MoneyKind.Budget, MoneyKind.Commitment, MoneyKind.Disbursement),
        Gen.Int[-1_000, 1_000_000],
        Pick<string?>("USD", "USD", "EUR", "AFN", null),
        Pick<DateOnly?>(null, new DateOnly(2012, 5, 7), new DateOnly(2090, 1, 1)),
        (kind, amount, currency, day) => new MoneyLine(kind, amount / 7m, currency, day));

    private static readonly Gen<DateOnly?> SomeDay = Gen.Int[2000, 2030].Select(year => year < 2010 ? (DateOnly?)null : new DateOnly(year, 6, 15));

    private static readonly Gen<string> Text = Pick(Words).Array[1, 5].Select(words => string.Join(' ', words));

    /// <param name="references">How many different references there are: few make projects change, many make them different.</param>
    public static Gen<StoredProject> One(int references) => Gen.Select(
        Pick(Partners),
        Gen.Int[1, references],
        Gen.Select(Text, Text, (title, description) => (title, description)),
        Gen.Select(Place.Array[0, 4], Funder.Array[0, 3], Money.Array[0, 5], (places, funders, money) => (places, funders, money)),
        Gen.Select(Pick<ActivityStatus?>(null, ActivityStatus.Pipeline, ActivityStatus.Closed), SomeDay, SomeDay, (status, start, end) => (status, start, end)),
        Gen.Select(
            Gen.Select(Pick("16063", "12240", "15210"), Pick("1", "1", "99"), Percentage, (code, vocabulary, percentage) => new SectorShare(vocabulary, code, percentage, "As they say")).Array[0, 3],
            Gen.Select(Pick<string?>("alpha", "beta", null), Percentage, (theme, percentage) => new Domain.Projects.ThemeShare(theme, theme ?? "?", percentage)).Array[0, 3],
            Pick("blue", "green").Array[0, 2],
            (sectors, themes, papers) => (sectors, themes, papers)),
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 9], (minutes, withdrawn) => (minutes, withdrawn: withdrawn == 0)),
        (partner, number, text, parts, course, kinds, change) => Stored(
            new Project
            {
                Partner = PartnerId.Parse(partner),
                Reference = ProjectReference.From($"{partner}/{number}")!,
                Titles = [new Narrative(text.title)],
                Descriptions = [new Description(1, [new Narrative(text.description)])],
                Status = course.status,
                Dates = new ProjectDates(PlannedStart: course.start, ActualEnd: course.end),
                Organisations = [.. parts.funders],
                Places = [.. parts.places],
                Sectors = [.. kinds.sectors],
                Themes = [.. kinds.themes],
                Papers = [.. kinds.papers],
                Money = [.. parts.money],
            },
            Day.AddMinutes(change.minutes),
            change.withdrawn));

    public static Gen<ProjectFilter> Filter { get; } = Gen.Select(
        Some(Facet.Location, "AF", "AF-KAN", "PK", "298", FacetShare.None),
        Some(Facet.Theme, "alpha", "beta", FacetShare.None),
        Some(Facet.Donor, "ZZ-1", "ZZ-2", "x-south-fund", FacetShare.None),
        Gen.Select(Some(Facet.Status, "1", "4"), Some(Facet.Partner, "norland", "sudland"), Some(Facet.Paper, "blue"), Some(Facet.Sector, "99:16063", "160"), (status, partner, paper, sector) => (status, partner, paper, sector)),
        Pick("border", "bo", "post", "kontr", "shlyuz", "sudland").Array[0, 2],
        Gen.Select(SomeDay, SomeDay, (from, to) => (from, to)),
        Gen.Bool,
        (location, theme, donor, others, words, days, withdrawn) => new ProjectFilter
        {
            Values = new[] { location, theme, donor, others.status, others.partner, others.paper, others.sector }
                .Where(pair => pair.Keys.Length > 0).ToImmutableSortedDictionary(pair => pair.Facet, pair => pair.Keys),
            Words = [.. words],
            From = days.from,
            To = days.to,
            Withdrawn = withdrawn,
        });

    public static StoredProject Stored(Project project, DateTimeOffset at, bool withdrawn = false, int version = 1) => new(
        ProjectKey.Of(project.Partner, project.Reference), project, version, withdrawn, at, new ChangeOrigin(null, "test", false, at, at), null, null, "");

    // Mostly no filter of a facet: seven at once leave nothing to be found.
    private static Gen<(Facet Facet, ImmutableArray<string> Keys)> Some(Facet facet, params string[] keys) =>
        Gen.Select(Gen.Int[0, 6], Pick(keys).Array[1, 2], (dice, chosen) => (facet, dice < 5 ? [] : chosen.Distinct().ToImmutableArray()));

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(number => values[number]);
}
