using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Microsoft.Extensions.Configuration;
using ParisPact.Local.Access;
using ParisPact.Local.Hosting;

namespace ParisPact.Local.Start;

/// <summary>
/// The sample partners and their files, <c>infra/local/samples</c>: loads the directory of partners (<c>partners.csv</c> or
/// <c>partners.json</c>), then drops <c>{partner}/…</c> into blob storage, as partners would.
/// </summary>
internal sealed class SampleFiles(LocalPlan plan, ReceiptPrinter receipts, IConfiguration settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task Load(TextWriter console, CancellationToken cancellation)
    {
        if (plan.SamplesFolder is not { } folder || !Directory.Exists(folder))
        {
            await console.WriteLineAsync($"  samples  there are none: {plan.SamplesFolder} is missing");
            return;
        }

        try
        {
            await LoadPartners(folder, console, cancellation);
            var dropped = await Drop(folder, console, cancellation);
            await Receipts(dropped, cancellation);
            if (dropped.Count > 0)
            {
                await SampleSearch.Run(plan, console, cancellation);
            }

            await Links(folder, console, cancellation);
        }
        catch (Exception problem) when (problem is Azure.RequestFailedException or HttpRequestException or IOException)
        {
            await console.WriteLineAsync($"  samples  not loaded: {problem.Message}");
        }
    }

    private async Task LoadPartners(string folder, TextWriter console, CancellationToken cancellation)
    {
        var (file, type) = new[] { ("partners.json", "application/json"), ("partners.csv", "text/csv") }
            .FirstOrDefault(pair => File.Exists(Path.Combine(folder, pair.Item1)));
        if (file is null)
        {
            return;
        }

        using var client = new HttpClient { BaseAddress = new Uri(plan.Url!) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", plan.Tokens!.Issue(new TokenRequest(["secretariat"])));
        using var content = new StreamContent(File.OpenRead(Path.Combine(folder, file)));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await client.PostAsync("api/partners", content, cancellation);
        await console.WriteLineAsync(answer.IsSuccessStatusCode
            ? $"  samples  partners loaded from {file}"
            : $"  samples  partners not loaded: POST /api/partners answered {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellation)}");
    }

    /// <summary>The files that were not there before, as <c>{partner}/{file}</c>.</summary>
    private async Task<List<string>> Drop(string folder, TextWriter console, CancellationToken cancellation)
    {
        var container = new BlobContainerClient(StorageConnection.Find("Data", settings), "uploads");
        await container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var dropped = new List<string>();
        var files = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            .SelectMany(partner => Directory.EnumerateFiles(partner, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            .ToList();
        foreach (var file in files)
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (await Upload(container.GetBlobClient(name), file, cancellation))
            {
                dropped.Add(name);
                await console.WriteLineAsync($"  dropped  uploads/{name}");
            }
        }

        await console.WriteLineAsync($"  samples  {dropped.Count} of {files.Count} files dropped{(dropped.Count < files.Count ? "; the others were there already" : "")}");
        return dropped;
    }

    private static async Task<bool> Upload(BlobClient blob, string file, CancellationToken cancellation)
    {
        var content = await File.ReadAllBytesAsync(file, cancellation);
        // Storage keeps this hash with the blob; it protects nothing and only tells whether the content is the same.
#pragma warning disable CA5351
        var hash = MD5.HashData(content);
#pragma warning restore CA5351
        if (await blob.ExistsAsync(cancellation) && (await blob.GetPropertiesAsync(cancellationToken: cancellation)).Value.ContentHash is { } there && there.AsSpan().SequenceEqual(hash))
        {
            return false;
        }

        await blob.UploadAsync(BinaryData.FromBytes(content), new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentHash = hash } }, cancellation);
        return true;
    }

    private async Task Receipts(List<string> dropped, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        while (dropped.Except(receipts.Finished).Any() && Stopwatch.GetElapsedTime(started) < Patience)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        }
    }

    /// <summary>How to ask, with the questions that the samples suggest (<c>links.txt</c>: a path and query a line).</summary>
    private async Task Links(string folder, TextWriter console, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, "links.txt");
        var paths = File.Exists(file)
            ? (await File.ReadAllLinesAsync(file, cancellation)).Select(line => line.Trim()).Where(line => line.StartsWith('/')).ToArray()
            : ["/api/projects?location=AF-KAN", "/api/projects?q=border", "/api/projects/facets"];
        await console.WriteLineAsync($"""

            Now ask who is doing what, where:
              TOKEN=$(curl -s "{plan.Url}/local/token?role=secretariat")
            {string.Join(Environment.NewLine, paths.Select(path => $"""  curl -H "Authorization: Bearer $TOKEN" "{plan.Url}{path}" """.TrimEnd()))}

            """);
    }
}
