using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Data.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Local.Access;
using ParisPact.Local.Hosting;

namespace ParisPact.Benchmarks.Storage;

/// <summary>Questions to the running app, with all that an answer costs (HTTP, access, the change log), at 1,000 and at 100,000 projects.</summary>
internal static class LookupSpeed
{
    private const int Few = 1_000;
    private const int Many = 100_000;
    private const int Partners = 12;
    private const int BareScan = 5_000;
    private const int BarePartition = 500;
    private const int Rounds = 31;

    /// <summary>So many that three filters find at 1,000 projects too: a page with fewer would be quicker for that alone.</summary>
    private const int Page = 10;

    private static readonly (string Name, string Address, double Goal, bool IsPage)[] Questions =
    [
        ("first page, one filter", $"api/projects?limit={Page}&location=AF", 1.3, true),
        ("first page, three filters", $"api/projects?limit={Page}&location=AF&sector=16063&status=2", 1.3, true),
        ("facets", "api/projects/facets", 10, false),
        ("matrix", "api/projects/matrix?rows=location&columns=theme", 10, false),
    ];

    public static async Task Run(Report report)
    {
        await using var fewStore = await Emulator.StartAsync();
        await using var manyStore = await Emulator.StartAsync();
        await FillAsync(fewStore, Few);
        await FillAsync(manyStore, Many);
        await using var few = await fewStore.StartAppAsync();
        await using var many = await manyStore.StartAppAsync();
        using var fewClient = Client(few);
        using var manyClient = Client(many);
        var bare = await BareTableAsync(manyStore);
        Report.Note($"  the first answer at {Many:#,0}, from the register: {Measure.Text(await Measure.TimeAsync(() => manyClient.GetStringAsync("api/projects/facets")))}");
        await fewClient.GetStringAsync("api/projects/facets");

        foreach (var (name, address, goal, isPage) in Questions)
        {
            if (isPage) await Task.WhenAll(ExpectAPageAsync(fewClient, address), ExpectAPageAsync(manyClient, address));
            List<TimeSpan> small = [], large = [], scan = [];
            for (var round = 0; round < Rounds; round++)
            {
                small.Add(await Measure.TimeAsync(() => fewClient.GetByteArrayAsync(address)));
                large.Add(await Measure.TimeAsync(() => manyClient.GetByteArrayAsync(address)));
                if (!isPage && round % 6 == 0) scan.Add(await Measure.TimeAsync(() => ScanAsync(bare)));
            }

            var (at1000, at100000) = (Measure.Median(small), Measure.Median(large));
            report.Add(new Ratio($"{name}, {Many:#,0} against {Few:#,0}", Measure.Text(at100000), Measure.Text(at1000), at100000 / at1000, goal));
            if (scan.Count > 0) report.Add(new Ratio($"{name}, {Many:#,0} against a scan of {BareScan:#,0} rows", Measure.Text(at100000), Measure.Text(Measure.Median(scan)), at100000 / Measure.Median(scan), 1));
        }
    }

    private static async Task ExpectAPageAsync(HttpClient client, string address)
    {
        var answer = await client.GetFromJsonAsync<JsonElement>(address);
        if (answer.GetProperty("items").GetArrayLength() != Page) throw new InvalidOperationException($"{address} is to find {Page} projects or more.");
    }

    private static HttpClient Client(LocalHost app) => app.CreateClient(new TokenRequest(["secretariat"]));

    private static async Task FillAsync(Emulator store, int count)
    {
        var started = Stopwatch.GetTimestamp();
        var random = new Random(20_261_101);
        var register = new Register(store.Tables, store.Blobs, StorageNames.Plain, TimeProvider.System);
        var projects = Enumerable.Range(0, count).Select(number => GeneratedProjects.Next(number, random, PartnerId.Parse($"partner-{number % Partners}"))).GroupBy(static project => project.Partner);
        foreach (var partner in projects) await RegisterFill.MergeAsync(register, [.. partner], "fill", GeneratedProjects.Now);
        Report.Note($"  {count:#,0} projects entered in {Measure.Text(Stopwatch.GetElapsedTime(started))}");
    }

    private static async Task<TableClient> BareTableAsync(Emulator store)
    {
        var table = store.Tables.GetTableClient("Bare");
        await table.CreateAsync();
        var random = new Random(20_261_101);
        var rows = BareRows.Of(Enumerable.Range(0, BareScan).Select(number => GeneratedProjects.Next(number, random)), GeneratedProjects.Now);
        for (var at = 0; at < rows.Count; at++) rows[at].PartitionKey = $"bare-{at / BarePartition:00}";
        await BareRows.WriteAsync(table, rows, clients: 8);
        return table;
    }

    private static async Task ScanAsync(TableClient table)
    {
        var rows = 0;
        await foreach (var _ in table.QueryAsync<TableEntity>()) rows++;
        if (rows != BareScan) throw new InvalidOperationException($"{rows} rows were read of {BareScan}.");
    }
}
