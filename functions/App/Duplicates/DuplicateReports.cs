using System.Globalization;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Functions.Duplicates.Reports;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

/// <summary>The report of each night, in container <c>reports</c> at <c>duplicates/{yyyy-MM-dd}/</c>: as a page, as a workbook, as JSON.</summary>
internal sealed class DuplicateReports(Storage storage)
{
    public const string Container = "reports";

    private const string Folder = "duplicates/";

    /// <summary>By the name of the file.</summary>
    public static IReadOnlyDictionary<string, string> ContentTypes { get; } = new Dictionary<string, string>
    {
        [ReportLinks.Page] = ReportHtml.ContentType,
        [ReportLinks.Workbook] = ReportWorkbook.ContentType,
        [ReportLinks.Json] = ReportJson.ContentType,
    };

    public async Task WriteAsync(DuplicateReport report, CancellationToken cancellation)
    {
        await WriteAsync(report.Date, ReportLinks.Page, stream => ReportHtml.WriteAsync(stream, report, ReportLinks.Here, cancellation), cancellation);
        await WriteAsync(report.Date, ReportLinks.Workbook, stream => ReportWorkbook.WriteAsync(stream, report, ReportLinks.Here, cancellation), cancellation);
        await WriteAsync(report.Date, ReportLinks.Json, stream => ReportJson.WriteAsync(stream, report, cancellation), cancellation);
    }

    /// <summary>A file of a night's report; null where there is none.</summary>
    public async Task<Stream?> OpenAsync(DateOnly date, string file, CancellationToken cancellation) => await (await BlobAsync(date, file)).OpenIfThereAsync(cancellation);

    /// <inheritdoc cref="OpenAsync(DateOnly, string, CancellationToken)"/>
    public async Task<Stream?> OpenAsync(string date, string file, CancellationToken cancellation) =>
        await (await storage.ContainerAsync(Container)).GetBlobClient($"{Folder}{date}/{file}").OpenIfThereAsync(cancellation);

    /// <summary>The nights that have a report, as yyyy-MM-dd.</summary>
    public async IAsyncEnumerable<string> NightsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var container = await storage.ContainerAsync(Container);
        await foreach (var folder in container.GetBlobsByHierarchyAsync(new GetBlobsByHierarchyOptions { Prefix = Folder, Delimiter = "/" }, cancellation))
            if (folder.IsPrefix) yield return folder.Prefix[Folder.Length..].TrimEnd('/');
    }

    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(string date, CancellationToken cancellation)
    {
        var (container, there) = (await storage.ContainerAsync(Container), false);
        foreach (var file in ContentTypes.Keys) there |= await container.DeleteBlobIfExistsAsync($"{Folder}{date}/{file}", cancellationToken: cancellation);
        return there;
    }

    private async Task WriteAsync(DateOnly date, string file, Func<Stream, Task> write, CancellationToken cancellation)
    {
        // Written whole, so that nobody reads half a report.
        await using var whole = TemporaryFile.Create();
        await write(whole);
        whole.Position = 0;
        await (await BlobAsync(date, file)).UploadAsync(whole, new BlobUploadOptions { HttpHeaders = new BlobHttpHeaders { ContentType = ContentTypes[file] } }, cancellation);
    }

    private async Task<BlobClient> BlobAsync(DateOnly date, string file) =>
        (await storage.ContainerAsync(Container)).GetBlobClient(string.Create(CultureInfo.InvariantCulture, $"{Folder}{date:yyyy-MM-dd}/{file}"));
}
