using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Benchmarks;

/// <summary>Projects of no real partner: as many as a scenario needs, the same in every run, about as long and as varied as real ones.</summary>
internal static class GeneratedProjects
{
    public static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] SectorCodes = ["16063", "15130", "12220", "31165", "31120", "15210", "16020"];

    private static readonly string[] CommonWords = [.. "border control training law enforcement drug demand reduction treatment health alternative development opium cultivation precursor chemical financial flows intelligence cooperation regional province community women youth capacity building laboratory equipment police customs counter narcotics".Split(' ')];

    /// <summary>One project of one of sixty partners, or of <paramref name="partner"/>.</summary>
    public static Project Next(int number, Random random, PartnerId? partner = null)
    {
        var owner = partner ?? PartnerId.Parse($"partner-{random.Next(60)}");
        return new Project
        {
            Partner = owner,
            Reference = ProjectReference.From($"XM-TEST-{number:000000}-{owner}")!,
            Titles = [new Narrative(Title(random), "en")],
            Descriptions = [new Description(1, [new Narrative(Words(60, random), "en")])],
            Status = (ActivityStatus)random.Next(1, 6),
            Dates = new ProjectDates(Day(random), Day(random), Day(random)),
            Organisations = [.. Some(2, random, () => new Participation(OrganisationRole.Funding, new OrganisationName($"Donor {random.Next(300)}", $"XX-{random.Next(300)}")))],
            Places = [.. Some(3, random, () => new PlaceShare(Province(random), ""))],
            Sectors = [.. Some(2, random, () => new SectorShare("1", Sector(random)))],
            Themes = [.. Some(2, random, () => new Domain.Projects.ThemeShare($"theme-{random.Next(12)}", ""))],
            Money = [.. Enumerable.Range(0, random.Next(1, 6)).Select(j => new MoneyLine(j == 0 ? MoneyKind.Budget : MoneyKind.Disbursement, random.Next(10_000, 5_000_000), random.Next(3) == 0 ? "EUR" : "USD", Day(random)))],
        };
    }

    public static string Title(Random random) => $"Support to {Word(random)} {Word(random)} in region {random.Next(500)}, phase {random.Next(5)}";

    public static string Words(int count, Random random) =>
        string.Join(' ', Enumerable.Range(0, count).Select(_ => random.Next(4) == 0 ? $"word{random.Next(20_000)}" : Word(random)));

    public static PlaceCode Province(Random random) => Places.Subdivisions[random.Next(Places.Subdivisions.Length)].Code;

    public static string Sector(Random random) => SectorCodes[random.Next(SectorCodes.Length)];

    public static DateOnly Day(Random random) => new DateOnly(2005, 1, 1).AddDays(random.Next(8_000));

    private static string Word(Random random) => CommonWords[random.Next(CommonWords.Length)];

    private static IEnumerable<T> Some<T>(int most, Random random, Func<T> one) => Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => one());
}
