using System.Globalization;
using Azure;
using Azure.Storage.Blobs.Models;
using Microsoft.AspNetCore.Http;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake.Receipts;

/// <summary>Answers with a receipt in the form that was asked for.</summary>
internal sealed class ReceiptReader(ReceiptSources sources, ReceiptFiles files)
{
    /// <param name="page">The number of a page of records, as its cursor says; null for the first.</param>
    public async Task<IResult> JsonAsync(HttpRequest request, UploadEntry entry, string? page)
    {
        if (entry.Busy) return Working(request, entry, [.. ReceiptJson.Opening(entry.Receipt), .. ReceiptJson.Closing(null)], "application/json; charset=utf-8");
        var pages = entry.Pages.Length - 1;
        var number = 0;
        if (page is not null && (!int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number < 1 || number >= pages))
            return Problems.Invalid([new("cursor", Cursor.Mistake)]);
        var from = number == 0 ? 0 : entry.Pages[number];
        var piece = await DownloadAsync(entry, from, entry.Pages[number + 1] - from, request.HttpContext.RequestAborted);
        if (piece is null) return Problems.Gone("The receipt is no longer there.");
        // A later page begins with the comma that parts it from the one before.
        byte[] whole = number == 0 ? piece : [.. ReceiptJson.Opening(entry.Receipt), .. piece.AsSpan(1)];
        var next = number + 1 < pages ? Cursor.Of((number + 1).ToString(CultureInfo.InvariantCulture)) : null;
        return Results.Bytes([.. whole, .. ReceiptJson.Closing(next)], "application/json; charset=utf-8");
    }

    public async Task<IResult> HtmlAsync(HttpRequest request, UploadEntry entry)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
        headers.XContentTypeOptions = "nosniff";
        if (!entry.Busy) return await FileAsync(request, entry, "html", "text/html; charset=utf-8");
        var page = await files.PageAsync(ReceiptPageModel.Of(entry.Receipt, [], 0, []));
        return Working(request, entry, System.Text.Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8");
    }

    public async Task<IResult> CsvAsync(HttpRequest request, UploadEntry entry) =>
        entry.Busy ? Working(request, entry, [], "text/csv; charset=utf-8") : await FileAsync(request, entry, "csv", "text/csv; charset=utf-8");

    private async Task<IResult> FileAsync(HttpRequest request, UploadEntry entry, string form, string contentType)
    {
        var content = await (await sources.ClientAsync(entry.Upload.ReceiptPath(form))).OpenIfThereAsync(request.HttpContext.RequestAborted);
        return content is null
            ? Problems.Gone("The receipt is no longer there.")
            : Results.Stream(content, contentType, form == "csv" ? $"problems-{entry.Upload.Id}.csv" : null);
    }

    private async Task<byte[]?> DownloadAsync(UploadEntry entry, long from, long length, CancellationToken cancellation)
    {
        try
        {
            var options = new BlobDownloadOptions { Range = new HttpRange(from, length) };
            return (await (await sources.ClientAsync(entry.Upload.ReceiptPath("json"))).DownloadContentAsync(options, cancellation)).Value.Content.ToArray();
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private static StillWorking Working(HttpRequest request, UploadEntry entry, byte[] content, string contentType)
    {
        request.HttpContext.Response.Headers.Location = $"/api/uploads/{entry.Upload.Id}";
        request.HttpContext.Response.Headers.RetryAfter = "1";
        return new StillWorking(content, contentType);
    }

    /// <summary>The framework's results of bytes set no status, and those that set one take text only.</summary>
    private sealed class StillWorking(byte[] content, string contentType) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status202Accepted;
            httpContext.Response.ContentType = contentType;
            return httpContext.Response.Body.WriteAsync(content, httpContext.RequestAborted).AsTask();
        }
    }
}
