using Microsoft.Extensions.DependencyInjection;
using ParisPact.Local.Hosting;
using ParisPact.Local.Start;

namespace ParisPact.Tests.Start;

public sealed class When_samples_are_loaded(AzuriteServer azurite) : DataFolder
{
    private readonly SampleFunctions.Asked asked = new();

    [Fact]
    public async Task The_partners_come_first_then_their_files_then_the_receipts_then_how_to_ask()
    {
        await Sample("partners.csv", "acme;Acme");
        await Sample("acme/2026/projects.csv", "12345");
        await Sample("links.txt", "/api/projects?location=AF-KAN\n");

        var first = await Load("how to ask");
        var lines = first.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        Assert.Equal(["text/csv acme;Acme Bearer"], asked.Lines);
        Assert.Equal(
            [
                "samples  partners loaded from partners.csv",
                "dropped  uploads/acme/2026/projects.csv",
                "samples  1 of 1 files dropped",
                "receipt  acme: 2026/projects.csv: 5 characters.",
                "Now ask who is doing what, where:",
            ],
            // A receipt may be quicker than the count of what was dropped.
            lines.SkipWhile(line => !line.StartsWith("samples", StringComparison.Ordinal)).Take(5).OrderBy(line => line.StartsWith("Now", StringComparison.Ordinal) ? 3 : line.StartsWith("receipt", StringComparison.Ordinal) ? 2 : 1));
        Assert.Contains("projects?location=AF-KAN\"", lines[^1], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("Take", StringComparison.Ordinal) && line.EndsWith("uploads/{name}", StringComparison.Ordinal));

        await Sample("acme/other.csv", "1");
        var second = await Load("what was there already");
        Assert.Contains("1 of 2 files dropped; the others were there already", second, StringComparison.Ordinal);
        Assert.DoesNotContain("projects.csv:", second, StringComparison.Ordinal);
    }

    private async Task<string> Load(string what)
    {
        await using var output = new StringWriter();
        var synchronized = TextWriter.Synchronized(output);
        var plan = TestPlan.Of(new TestLog(), typeof(SampleFunctions)) with
        {
            Port = 0,
            Storage = azurite.ConnectionString,
            StorageFolder = azurite.Folder,
            Console = new CommandLine(0, null, true, false, []),
            Output = synchronized,
            SamplesFolder = Data,
        };
        await using var host = await LocalHost.Start(plan, builder =>
        {
            builder.Services.AddSingleton(azurite.BlobService);
            builder.Services.AddSingleton(asked);
        });
        await Poll.Until(() => Said().Contains("/api/projects", StringComparison.Ordinal), 30, what);
        return Said();

        // A writer that is synchronized locks itself while it writes; what it writes to must not be read meanwhile.
        string Said()
        {
            lock (synchronized)
            {
                return output.ToString();
            }
        }
    }

    private async Task Sample(string name, string content)
    {
        var path = Path.Combine(Data, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, content);
    }
}
