using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Local.Access;

namespace ParisPact.Benchmarks.Storage;

/// <summary>From file to register: the first time and again, against the same rows in bare batches.</summary>
internal static class RegisterSpeed
{
    private const int Projects = 20_000;
    private const int WarmUp = 20_000;
    private const int Rounds = 3;

    private sealed record Round(TimeSpan Bare, TimeSpan Merge, TimeSpan MergeAgain, TimeSpan File, TimeSpan FileAgain);

    public static async Task Run(Report report)
    {
        await RoundAsync(WarmUp);
        var rounds = new List<Round>();
        for (var round = 1; round <= Rounds; round++)
        {
            rounds.Add(await RoundAsync(Projects));
            Report.Note($"  round {round}: {rounds[^1]}");
        }

        TimeSpan Typical(Func<Round, TimeSpan> time) => Measure.Median(rounds.Select(time));
        var (bare, merge, file) = (Typical(static round => round.Bare), Typical(static round => round.Merge), Typical(static round => round.File));
        var (again, fileAgain) = (Typical(static round => round.MergeAgain), Typical(static round => round.FileAgain));
        report.Add(new Ratio($"merge {Projects:#,0} projects, first time", Measure.Rate(Projects, merge), Measure.Rate(Projects, bare), bare / merge, 0.5, AtLeast: true));
        report.Add(new Ratio("the same again, unchanged", Measure.Text(again), $"first {Measure.Text(merge)}", again / merge, 1.0 / 3));
        report.Add(new Ratio($"CSV of {Projects:#,0} projects to receipt", Measure.Rate(Projects, file), Measure.Rate(Projects, bare), bare / file, 0.5, AtLeast: true));
        report.Add(new Ratio("the same file again, unchanged", Measure.Text(fileAgain), $"first {Measure.Text(file)}", fileAgain / file, 1.0 / 3));
    }

    private static async Task<Round> RoundAsync(int count)
    {
        var bare = await OnAnEmptyStoreAsync(emulator => BareAsync(emulator, count));
        var (merge, mergeAgain) = await OnAnEmptyStoreAsync(emulator => MergeAsync(emulator, count));
        var (file, fileAgain) = await OnAnEmptyStoreAsync(emulator => TakeInAsync(emulator, count));
        return new Round(bare, merge, mergeAgain, file, fileAgain);
    }

    /// <summary>An emulator slows down by what it holds: each way has its own.</summary>
    private static async Task<T> OnAnEmptyStoreAsync<T>(Func<Emulator, Task<T>> measure)
    {
        await using var emulator = await Emulator.StartAsync();
        return await measure(emulator);
    }

    private static async Task<TimeSpan> BareAsync(Emulator emulator, int count)
    {
        var table = emulator.Tables.GetTableClient("Bare");
        await table.CreateAsync();
        var rows = BareRows.Of(Generated("bare", count), GeneratedProjects.Now);
        return await Measure.TimeAsync(() => BareRows.WriteAsync(table, rows, RegisterFill.Clients));
    }

    private static async Task<(TimeSpan First, TimeSpan Again)> MergeAsync(Emulator emulator, int count)
    {
        var register = new Register(emulator.Tables, emulator.Blobs, new StorageNames("merge"), TimeProvider.System);
        var projects = Generated("merge", count);
        var first = await Measure.TimeAsync(() => RegisterFill.MergeAsync(register, projects, "first", GeneratedProjects.Now));
        var again = await Measure.TimeAsync(() => RegisterFill.MergeAsync(register, projects, "second", GeneratedProjects.Now.AddDays(1)));
        return (first, again);
    }

    /// <summary>By the first door: from the drop of the blob until its receipt is written.</summary>
    private static async Task<(TimeSpan First, TimeSpan Again)> TakeInAsync(Emulator emulator, int count)
    {
        await using var app = await emulator.StartAppAsync(watchesBlobs: true);
        using var client = app.CreateClient(new TokenRequest(["secretariat"]));
        await TestPartner.EnterAsync(client);
        using var file = new MemoryStream();
        Files.GeneratedCsv.Write(file, count, wordsEach: 60);
        var uploads = emulator.Blobs.GetBlobContainerClient("uploads");
        await uploads.CreateIfNotExistsAsync();
        return (await DropAsync("first.csv", count, 0), await DropAsync("again.csv", 0, count));

        async Task<TimeSpan> DropAsync(string name, int created, int unchanged)
        {
            file.Position = 0;
            var time = await Measure.TimeAsync(async () =>
            {
                await uploads.GetBlobClient($"{TestPartner.Id}/{name}").UploadAsync(file);
                await TestPartner.TakenAsync(client, name);
            });
            await TestPartner.ExpectAsync(client, name, created, unchanged);
            return time;
        }
    }

    private static List<Domain.Projects.Project> Generated(string partner, int count)
    {
        var random = new Random(20_261_101);
        return [.. Enumerable.Range(0, count).Select(number => GeneratedProjects.Next(number, random, PartnerId.Parse(partner)))];
    }
}
