using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Local.Access;

namespace ParisPact.Benchmarks.Storage;

/// <summary>From file to register: the first time and again, against the same rows in bare batches.</summary>
internal static class RegisterSpeed
{
    private const int Projects = 20_000;
    private const int Rounds = 3;

    public static async Task Run(Report report)
    {
        List<TimeSpan> bare = [], merged = [], again = [], taken = [], takenAgain = [];
        for (var round = 0; round <= Rounds; round++)
        {
            // An emulator slows down by what it holds: each round has its own.
            await using var emulator = await Emulator.StartAsync();
            bare.Add(await BareAsync(emulator));
            var (first, second) = await MergeAsync(emulator);
            merged.Add(first);
            again.Add(second);
            var (file, fileAgain) = await TakeInAsync(emulator);
            taken.Add(file);
            takenAgain.Add(fileAgain);
            Report.Note($"  round {round}: bare {Measure.Text(bare[^1])}, merge {Measure.Text(first)}, again {Measure.Text(second)}, file {Measure.Text(file)}, again {Measure.Text(fileAgain)}{(round == 0 ? " (does not count)" : "")}");
        }

        var rows = Typical(bare);
        report.Add(new Ratio($"merge {Projects:#,0} projects, first time", Measure.Rate(Projects, Typical(merged)), Measure.Rate(Projects, rows), rows / Typical(merged), 0.5, AtLeast: true));
        report.Add(new Ratio("the same again, unchanged", Measure.Text(Typical(again)), $"first {Measure.Text(Typical(merged))}", Typical(again) / Typical(merged), 1.0 / 3));
        report.Add(new Ratio($"CSV of {Projects:#,0} projects to receipt", Measure.Rate(Projects, Typical(taken)), Measure.Rate(Projects, rows), rows / Typical(taken), 0.5, AtLeast: true));
        report.Add(new Ratio("the same file again, unchanged", Measure.Text(Typical(takenAgain)), $"first {Measure.Text(Typical(taken))}", Typical(takenAgain) / Typical(taken), 1.0 / 3));
    }

    private static TimeSpan Typical(List<TimeSpan> rounds) => Measure.Median(rounds.Skip(1));

    private static async Task<TimeSpan> BareAsync(Emulator emulator)
    {
        var table = emulator.Tables.GetTableClient("Bare");
        await table.CreateAsync();
        var rows = BareRows.Of(Generated("bare"), GeneratedProjects.Now);
        return await Measure.TimeAsync(() => BareRows.WriteAsync(table, rows, RegisterFill.Clients));
    }

    private static async Task<(TimeSpan First, TimeSpan Again)> MergeAsync(Emulator emulator)
    {
        var register = new Register(emulator.Tables, emulator.Blobs, new StorageNames("merge"), TimeProvider.System);
        var projects = Generated("merge");
        var first = await Measure.TimeAsync(() => RegisterFill.MergeAsync(register, projects, "first", GeneratedProjects.Now));
        var again = await Measure.TimeAsync(() => RegisterFill.MergeAsync(register, projects, "second", GeneratedProjects.Now.AddDays(1)));
        return (first, again);
    }

    /// <summary>By the first door: from the drop of the blob until its receipt is written.</summary>
    private static async Task<(TimeSpan First, TimeSpan Again)> TakeInAsync(Emulator emulator)
    {
        await using var app = await emulator.StartAppAsync();
        using var client = app.CreateClient(new TokenRequest(["secretariat"]));
        await TestPartner.EnterAsync(client);
        using var file = new MemoryStream();
        Files.GeneratedCsv.Write(file, Projects, wordsEach: 60);
        var uploads = emulator.Blobs.GetBlobContainerClient("uploads");
        await uploads.CreateIfNotExistsAsync();
        return (await DropAsync("first"), await DropAsync("again"));

        async Task<TimeSpan> DropAsync(string name)
        {
            file.Position = 0;
            var time = await Measure.TimeAsync(async () =>
            {
                await uploads.GetBlobClient($"{TestPartner.Id}/{name}.csv").UploadAsync(file);
                await app.TakeBlobs();
            });
            await TestPartner.ExpectAsync(client, name == "first" ? Projects : 0, name == "first" ? 0 : Projects);
            return time;
        }
    }

    private static List<Domain.Projects.Project> Generated(string partner)
    {
        var random = new Random(20_261_101);
        return [.. Enumerable.Range(0, Projects).Select(number => GeneratedProjects.Next(number, random, PartnerId.Parse(partner)))];
    }
}
