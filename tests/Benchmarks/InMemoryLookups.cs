using System.Diagnostics;
using System.Globalization;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Projects;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Benchmarks;

/// <summary>What a look-up costs at 1,000 and at 100,000 projects, without storage and HTTP; and what the projection weighs.</summary>
internal static class InMemoryLookups
{
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
        var one = ProjectEntry.Of(Stored(5, new Random(77)));
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
        foreach (var part in Enumerable.Range(0, projects).Select(i => Stored(i, random)).Chunk(4_096))
            projection = projection.After([.. part.Select(ProjectEntry.Of)], [], 1);
        return projection.Compact();
    }

    private static StoredProject Stored(int i, Random random)
    {
        var (project, at) = (GeneratedProjects.Next(i, random), GeneratedProjects.Now.AddMinutes(-random.Next(500_000)));
        return new StoredProject(ProjectKey.Of(project.Partner, project.Reference), project, 1, false, at, new ChangeOrigin(null, "benchmark", false, at, at), null, null, "");
    }

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
