using System.Collections.Immutable;
using CsCheck;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Domain.Rainbow;
using ThemeShare = ParisPact.Domain.Projects.ThemeShare;

namespace ParisPact.Tests.Projects.Exports;

/// <summary>Projects with anything that any door may have let in: every field full or empty, texts with markup, line breaks, other scripts.</summary>
internal static class AnyProject
{
    private static readonly Gen<string> Word = Any(
        "Border posts", "a < b & c > d", "\"quoted\" 'twice'", "R&amp;D", "<b>bold</b>", "Пограничный контроль", "مرز", "x", "line\nbreak", " padded ", "tab\there", "🚢 ship", "]]>", "&lt;p&gt;",
        "UNODC", "United Nations Office on Drugs and Crime", "Kandahar", "AF", "16063", "1", "border-management", "carriage\rreturn", "Ministry of Interior", "yes; no=1");

    private static readonly Gen<string?> Language = Any<string?>(null, "en", "ru", "fr", "fa");

    private static readonly Gen<Narrative> Narrative = Gen.Select(Word, Language, (text, language) => new Narrative(text, language));

    private static readonly Gen<DateOnly> Day = Gen.Int[0, 3_000_000].Select(DateOnly.FromDayNumber);

    private static readonly Gen<DateOnly?> MaybeDay = Maybe(Day);

    private static readonly Gen<decimal?> Percentage = Gen.OneOf<decimal?>(
        Any<decimal?>([null]), Gen.Int[1, 10_000].Select(hundredths => (decimal?)(hundredths / 100m)), Any<decimal?>(100m, 33.333333333333333m, 0m, 250m));

    private static readonly Gen<int?> OrganisationTypeCode = Any<int?>([null, .. Enum.GetValues<OrganisationType>().Select(type => (int?)type)]);

    private static readonly Gen<OrganisationName> Organisation = Gen.Select(Gen.Bool, Word, Any<string?>(null, "XM-DAC-41128", "US-GOV-1", "a/b?c"), OrganisationTypeCode,
        (named, name, reference, type) => new OrganisationName(named || reference is null ? name : "", reference, type));

    private static readonly Gen<PlaceShare> Place = Gen.OneOf(
        Gen.Select(Any("AF", "TJ", "IR", "NG"), Word, Percentage, Maybe(Word), Gen.Bool, (code, written, percentage, name, plain) =>
            new PlaceShare(PlaceCode.Parse(code), plain ? code : written, percentage, null, name)),
        Gen.Select(Any("AF-KAN", "AF-HEL", "TJ-GB"), Word, Percentage, Maybe(Word), (code, written, percentage, name) =>
            new PlaceShare(PlaceCode.Parse(code), written, percentage, null, name)),
        Gen.Select(Any(298, 619, 998, 12345), Word, Percentage, Maybe(Word), Gen.Bool, (region, written, percentage, name, plain) =>
            new PlaceShare(null, plain ? $"{region}" : written, percentage, region, name)),
        Gen.Select(Word, Percentage, Maybe(Word), (written, percentage, name) => new PlaceShare(null, written, percentage, null, name)));

    private static readonly Gen<SectorShare> Sector = Gen.Select(Any("1", "2", "7", "99", "own list"), Any("16063", "160", "Police training", "x"), Percentage, Maybe(Word),
        (vocabulary, code, percentage, name) => new SectorShare(vocabulary, code, percentage, name));

    private static readonly Gen<ThemeShare> Theme = Gen.Select(Any<string?>([null, .. Themes.All.Select(theme => theme.Id)]), Word, Percentage,
        (theme, written, percentage) => new ThemeShare(theme, written, percentage));

    private static readonly Gen<string?> MaybeCurrency = Any<string?>(null, "USD", "EUR", "AFN", "US dollars or so");

    private static readonly Gen<decimal> Amount = Gen.OneOf(Gen.Int.Select(cents => cents / 100m), Any(0m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m));

    private static readonly Gen<MoneyLine> Money = Gen.Select(
        Any(Enum.GetValues<MoneyKind>()), Amount, MaybeCurrency, MaybeDay, MaybeDay, MaybeDay, Any<string?>(null, "1", "2", "3", "11", "Pledge"), Gen.Bool,
        (kind, amount, currency, valued, start, end, type, revised) => kind is MoneyKind.Budget or MoneyKind.PlannedDisbursement
            ? new MoneyLine(kind, amount, currency, valued, start, end, null, revised)
            : new MoneyLine(kind, amount, currency, valued, start, end, type));

    private static readonly Gen<string> Reference = Any("XM-SAMPLE-1", "a/b#c?d\\e", "Проект № 7", "1", "x y\nz", "<id>&").Select(PlainLine.Of);

    private static readonly Gen<Extra> Extra = Gen.OneOf(
        Gen.Select(Word, Word, (name, value) => new Extra(name, value)),
        Gen.Select(
            Any("humanitarian", "activity-scope", "tag", "humanitarian-scope", "policy-marker", "collaboration-type", "default-flow-type", "default-finance-type", "default-aid-type", "default-tied-status", "capital-spend"),
            Any("yes", "4", "C01; vocabulary=1", "2; vocabulary=1; significance=1", "2; significance=0", "2; vocabulary=99; vocabulary-uri=urn:paris-pact:themes", "2 Gender; vocabulary=99; vocabulary-uri=http://example.org/x",
                "2; vocabulary=1; type=1", "2; type=1; vocabulary=1", " 2", "2 ; vocabulary=1", "vocabulary=1", "1; organisation: A; email: b@example.org", "2;vocabulary=1", "2; vocabulary=a=b", "2; vocabulary=; x=1", ""),
            (name, value) => new Extra(name, value)));

    private static readonly Gen<ProjectDates> Dates = Gen.Select(MaybeDay, MaybeDay, MaybeDay, MaybeDay, (one, two, three, four) => new ProjectDates(one, two, three, four));

    private static readonly Gen<Project> Named = Gen.Select(Reference, Some(Narrative, 1), Some(Gen.Select(Gen.Int[1, 4], Some(Narrative, 1), (type, narratives) => new Description(type, narratives))),
        Any<ActivityStatus?>([null, .. Enum.GetValues<ActivityStatus>().Select(status => (ActivityStatus?)status)]), Dates, MaybeReference(Organisation),
        Some(Gen.Select(Any(Enum.GetValues<OrganisationRole>()), Organisation, (role, organisation) => new Participation(role, organisation))),
        (reference, titles, descriptions, status, dates, reporter, organisations) => new Project
        {
            Partner = PartnerId.Parse("sample"),
            Reference = ProjectReference.From(reference)!,
            Titles = titles,
            Descriptions = descriptions,
            Status = status,
            Dates = dates,
            ReportingOrganisation = reporter,
            Organisations = organisations,
        });

    private static readonly Gen<Project> Placed = Gen.Select(Named, Some(Place), Some(Sector), Some(Theme), Some(Any([.. Papers.All.Select(paper => paper.Id)])), Some(Money),
        (project, places, sectors, themes, papers, money) => project with { Places = places, Sectors = sectors, Themes = themes, Papers = [.. papers.Distinct()], Money = money });

    /// <summary>Projects with amounts of any kind, with and without currencies and days.</summary>
    public static readonly Gen<Project> Costed = Gen.Select(Named, Some(Money), (project, money) => project with { Money = money });

    public static readonly Gen<Project> Full = Gen.Select(Placed,
        Some(Gen.Select(Gen.Int[1, 5], Reference, (type, reference) => new RelatedActivity(type, reference))),
        Some(Gen.Select(Reference, Any<string?>(null, "A1", "B1", "own"), (reference, type) => new OtherIdentifier(reference, type))),
        Any<string?>(null, "https://example.org/a?b=c&d=e", "http://example.org/пример"),
        Any<int?>(null, 1, 4),
        Maybe(Gen.Long[0, 250_000L * 10_000_000 * 86_400].Select(ticks => new DateTimeOffset(ticks + (1900L * 365 * 864_000_000_000), TimeSpan.Zero))),
        Some(Extra),
        (project, related, others, website, hierarchy, updated, extras) => project with
        {
            Related = related,
            OtherIdentifiers = others,
            Website = website,
            Hierarchy = hierarchy,
            LastUpdated = updated,
            Extras = extras,
        });

    private static Gen<T> Any<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<ImmutableArray<T>> Some<T>(Gen<T> one, int least = 0) => one.List[least, 4].Select(items => items.ToImmutableArray());

    private static Gen<T?> Maybe<T>(Gen<T> one)
        where T : struct => Gen.OneOf(Any<T?>([null]), one.Select(value => (T?)value));

    private static Gen<string?> Maybe(Gen<string> one) => Gen.OneOf(Any<string?>([null]), one.Select(value => (string?)value));

    private static Gen<T?> MaybeReference<T>(Gen<T> one)
        where T : class => Gen.OneOf(Any<T?>([null]), one.Select(value => (T?)value));
}
