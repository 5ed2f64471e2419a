using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Azure.Storage.Blobs;
using ParisPact.Benchmarks.Files;
using ParisPact.Benchmarks.Storage;
using ParisPact.Local.Storage;

namespace ParisPact.Benchmarks.Hosting;

/// <summary>The most memory that the app ever holds while it takes in a large CSV, as the system counts it for the app's process.</summary>
internal static class PeakMemory
{
    private const string File = "large.csv";
    private const int Projects = 100_000;

    /// <summary>Makes some 200 MB of <see cref="Projects"/>.</summary>
    private const int WordsEach = 225;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static async Task Run(Report report)
    {
        if (!OperatingSystem.IsLinux())
        {
            Report.Note($"  left out: the peak is read from /proc, which this system lacks.");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("parispact-memory-").FullName;
        var port = Ports.Free();
        using var app = Start(port, folder);
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}"), Timeout = Patience };
            await MeasureAsync(report, app, client);
        }
        finally
        {
            // Politely, so that it stops its emulator as well.
            if (!app.HasExited) using (Process.Start("kill", ["-TERM", app.Id.ToString(CultureInfo.InvariantCulture)])) await app.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Report report, Process app, HttpClient client)
    {
        await UntilAsync(app, async () => (await client.GetAsync("api/health")).IsSuccessStatusCode);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await client.GetStringAsync("local/token?role=secretariat"));
        await TestPartner.EnterAsync(client);
        var idle = Peak(app);
        var storage = (await client.GetFromJsonAsync<JsonElement>("local/settings")).GetProperty("storage").GetString();
        var size = await DropAsync(new BlobContainerClient(storage, "uploads"));
        var time = await Measure.TimeAsync(() => UntilAsync(app, async () => await TestPartner.ReceiptAsync(client, File) is not null));
        await TestPartner.ExpectAsync(client, File, Projects, 0);
        report.Add(new Ratio($"peak memory, CSV of {size / 1e6:0} MB, {Projects:#,0} projects", $"in {Measure.Text(time)}", $"started: {idle:0} MB", Peak(app), 400, Unit: "MB"));
    }

    private static Process Start(int port, string folder)
    {
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "ParisPact.Functions.dll"), "--port", port.ToString(CultureInfo.InvariantCulture), "--data", folder];
        var app = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        app.OutputDataReceived += static (_, _) => { };
        app.ErrorDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        app.BeginOutputReadLine();
        app.BeginErrorReadLine();
        return app;
    }

    private static async Task<long> DropAsync(BlobContainerClient uploads)
    {
        using var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        GeneratedCsv.Write(file, Projects, WordsEach);
        file.Position = 0;
        await uploads.CreateIfNotExistsAsync();
        await uploads.GetBlobClient($"{TestPartner.Id}/{File}").UploadAsync(file);
        return file.Length;
    }

    /// <summary>The largest resident set of the process so far, in MB.</summary>
    private static double Peak(Process app)
    {
        var line = System.IO.File.ReadLines($"/proc/{app.Id}/status").First(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return double.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) * 1024 / 1e6;
    }

    private static async Task UntilAsync(Process app, Func<Task<bool>> isSo)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await IsSoAsync(isSo))
        {
            if (app.HasExited) throw new InvalidOperationException($"The app ended with {app.ExitCode}.");
            if (Stopwatch.GetElapsedTime(started) > Patience) throw new TimeoutException("The app did not get there.");
            await Task.Delay(TimeSpan.FromMilliseconds(250));
        }
    }

    private static async Task<bool> IsSoAsync(Func<Task<bool>> isSo)
    {
        try
        {
            return await isSo();
        }
        catch (HttpRequestException)
        {
            return false; // It does not listen yet.
        }
    }
}
