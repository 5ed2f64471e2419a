using System.Diagnostics;
using System.Globalization;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Projects;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Benchmarks;

/// <summary>What a look-up costs at 1,000 and at 100,000 projects, without storage and HTTP; and what the projection weighs.</summary>
internal static class Lookups
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Run()
    {
        // What the vocabularies weigh is not the projection's.
        GC.KeepAlive(Built(100));
        var small = Measured(1_000);
        var large = Measured(100_000);
        foreach (var (name, question) in Questions())
        {
            var (few, many) = (Microseconds(() => question(small)), Microseconds(() => question(large)));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34} {few,10:F0} µs {many,10:F0} µs  {many / few,6:F2}x"));
        }

        var watch = Stopwatch.StartNew();
        using var bytes = new MemoryStream();
        SnapshotFormat.Write(bytes, large.Compact());
        Console.WriteLine($"snapshot: {bytes.Length / 1e6:F1} MB, compacted and written in {watch.ElapsedMilliseconds} ms");
        bytes.Position = 0;
        watch.Restart();
        SnapshotFormat.Read(bytes, large.Rates, large.RatesVersion);
        Console.WriteLine($"snapshot read in {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        var one = ProjectEntry.Of(Project(5, new Random(77)));
        large.After([one], [], 2);
        Console.WriteLine($"one change applied in {watch.Elapsed.TotalMilliseconds:F2} ms");
    }

    private static IEnumerable<(string Name, Func<Projection, object> Answer)> Questions()
    {
        var one = Filter((Facet.Location, "AF"));
        var three = Filter((Facet.Location, "AF"), (Facet.Sector, "16063"), (Facet.Status, "2"));
        yield return ("first page, no filter", projection => Page(projection, ProjectFilter.All));
        yield return ("first page, one filter", projection => Page(projection, one));
        yield return ("first page, three filters", projection => Page(projection, three));
        yield return ("first page, rare word", projection => Page(projection, ProjectFilter.All with { Words = ["word7919"] }));
        yield return ("first page, beginning of a word", projection => Page(projection, ProjectFilter.All with { Words = ["border", "co"] }));
        yield return ("facets, no filter", projection => FacetView.Of(FacetQuery.Of(projection, ProjectFilter.All)));
        yield return ("facets, three filters", projection => FacetView.Of(FacetQuery.Of(projection, three)));
        yield return ("matrix location x theme", projection => MatrixView.Of(MatrixQuery.Of(projection, ProjectFilter.All, Facet.Location, Facet.Theme), true));
        yield return ("matrix donor x partner", projection => MatrixView.Of(MatrixQuery.Of(projection, ProjectFilter.All, Facet.Donor, Facet.Partner), true));
    }

    private static List<ProjectSummary> Page(Projection projection, ProjectFilter filter) =>
        [.. PageQuery.Of(projection, filter, null, 50).Rows.Select(row => ProjectSummary.Of(projection, row))];

    private static ProjectFilter Filter(params (Facet Facet, string Key)[] values) =>
        ProjectFilter.All with { Values = ProjectFilter.All.Values.AddRange(values.Select(value => KeyValuePair.Create(value.Facet, (System.Collections.Immutable.ImmutableArray<string>)[value.Key]))) };

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static Projection Measured(int projects)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var watch = Stopwatch.StartNew();
        var projection = Built(projects);
        var built = watch.ElapsedMilliseconds;
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        Console.WriteLine($"{projects} projects: built in {built} ms, {bytes / 1e6:F1} MB, {bytes / projects} bytes each");
        return projection;
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static Projection Built(int projects)
    {
        var random = new Random(20_261_101);
        var projection = Projection.Empty(MonthlyRates.Imf, "release");
        foreach (var part in Enumerable.Range(0, projects).Select(i => Project(i, random)).Chunk(4_096))
            projection = projection.After([.. part.Select(ProjectEntry.Of)], [], 1);
        return projection.Compact();
    }

    private static StoredProject Project(int i, Random random)
    {
        var partner = PartnerId.Parse($"partner-{random.Next(60)}");
        var provinces = Places.Subdivisions;
        var words = Enumerable.Range(0, 60).Select(_ => random.Next(4) == 0 ? $"word{random.Next(20_000)}" : CommonWords[random.Next(CommonWords.Length)]);
        var at = Now.AddMinutes(-random.Next(500_000));
        var project = new Project
        {
            Partner = partner,
            Reference = ProjectReference.From($"XM-TEST-{i:000000}-{partner}")!,
            Titles = [new Narrative($"Support to {CommonWords[random.Next(CommonWords.Length)]} {CommonWords[random.Next(CommonWords.Length)]} in region {random.Next(500)}, phase {random.Next(5)}", "en")],
            Descriptions = [new Description(1, [new Narrative(string.Join(' ', words), "en")])],
            Status = (ActivityStatus)random.Next(1, 6),
            Dates = new ProjectDates(Day(random), Day(random), Day(random)),
            Organisations = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => new Participation(OrganisationRole.Funding, new OrganisationName($"Donor {random.Next(300)}", $"XX-{random.Next(300)}")))],
            Places = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new PlaceShare(provinces[random.Next(provinces.Length)].Code, ""))],
            Sectors = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => new SectorShare("1", SectorCodes[random.Next(SectorCodes.Length)]))],
            Themes = [.. Enumerable.Range(0, random.Next(1, 3)).Select(_ => new Domain.Projects.ThemeShare($"theme-{random.Next(12)}", ""))],
            Money = [.. Enumerable.Range(0, random.Next(1, 6)).Select(j => new MoneyLine(j == 0 ? MoneyKind.Budget : MoneyKind.Disbursement, random.Next(10_000, 5_000_000), random.Next(3) == 0 ? "EUR" : "USD", Day(random)))],
        };
        return new StoredProject(ProjectKey.Of(project.Partner, project.Reference), project, 1, false, at, new ChangeOrigin(null, "benchmark", false, at, at), null, null, "");
    }

    private static readonly string[] SectorCodes = ["16063", "15130", "12220", "43110", "31120", "15210", "16020"];

    private static readonly string[] CommonWords = [.. "border control training law enforcement drug demand reduction treatment health alternative development opium cultivation precursor chemical financial flows intelligence cooperation regional province community women youth capacity building laboratory equipment police customs counter narcotics".Split(' ')];

    private static DateOnly Day(Random random) => new DateOnly(2005, 1, 1).AddDays(random.Next(8_000));

    /// <summary>The median of some runs.</summary>
    private static double Microseconds(Func<object> answer)
    {
        for (var i = 0; i < 30; i++) GC.KeepAlive(answer());
        var runs = new List<double>();
        for (var i = 0; i < 31; i++)
        {
            var start = Stopwatch.GetTimestamp();
            GC.KeepAlive(answer());
            runs.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return runs.Order().ElementAt(runs.Count / 2);
    }
}
