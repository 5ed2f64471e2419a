using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>
/// Every upload that there ever was, in table <c>Uploads</c>: a row for each under its id, which is the truth; rows that list it by partner
/// and in all, newest first, a partition a month; a row as long as it is at work; and the intents of who is about to send.
/// </summary>
internal sealed class UploadBook(Storage storage)
{
    public const string Table = "Uploads";
    private const string Row = "upload";
    private const string AtWork = "at-work";
    private const string All = "_all";

    /// <summary>Enters an upload that was not known; false where it was.</summary>
    public async Task<bool> AddAsync(Upload upload, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(Table);
        // Before the truth, so that an upload is never known and yet forgotten by the sweep.
        await table.UpsertEntityAsync(new TableEntity(AtWork, upload.Id), cancellationToken: cancellation);
        var isNew = true;
        try
        {
            await table.AddEntityAsync(ToRow(new UploadEntry(upload, upload.Working(), [], Busy: true)), cancellation);
        }
        catch (RequestFailedException known) when (known.Status == 409)
        {
            isNew = false;
            if (await ReadAsync(upload.Id, cancellation) is { Busy: false }) await table.DeleteEntityAsync(AtWork, upload.Id, cancellationToken: cancellation);
        }

        var order = $"{DateTimeOffset.MaxValue.UtcTicks - upload.SeenAt.UtcTicks:D19}_{upload.Id}";
        foreach (var list in isNew ? (string[])[All, upload.Folder] : [])
            await table.UpsertEntityAsync(new TableEntity(Month(list, upload.SeenAt), order), cancellationToken: cancellation);
        return isNew;
    }

    public async Task<UploadEntry?> ReadAsync(string id, CancellationToken cancellation)
    {
        if (!UploadId.IsOne(id)) return null;
        var row = await (await storage.TableAsync(Table)).GetEntityIfExistsAsync<TableEntity>(id, Row, cancellationToken: cancellation);
        return row.HasValue ? OfRow(row.Value!) : null;
    }

    public async Task SaveAsync(UploadEntry entry, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(Table);
        if (entry.Busy) await table.UpsertEntityAsync(new TableEntity(AtWork, entry.Upload.Id), cancellationToken: cancellation);
        await table.UpsertEntityAsync(ToRow(entry), TableUpdateMode.Replace, cancellation);
        if (!entry.Busy) await table.DeleteEntityAsync(AtWork, entry.Upload.Id, cancellationToken: cancellation);
    }

    /// <summary>Marks an upload that is at rest and was not taken back as being worked on; false for any other: of several who ask at once, one gets it.</summary>
    public async Task<bool> TakeAsync(string id, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id, Row, cancellationToken: cancellation);
        if (!row.HasValue || OfRow(row.Value!) is not { Busy: false, Receipt.TakenBack: null }) return false;
        await table.UpsertEntityAsync(new TableEntity(AtWork, id), cancellationToken: cancellation);
        return await MarkAsync(row.Value!, busy: true, cancellation);
    }

    /// <summary>Marks an upload as being at rest again, unless somebody changes it at the same time.</summary>
    public async Task LetGoAsync(string id, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id, Row, cancellationToken: cancellation);
        if (row.HasValue && OfRow(row.Value!).Busy && await MarkAsync(row.Value!, busy: false, cancellation)) await table.DeleteEntityAsync(AtWork, id, cancellationToken: cancellation);
    }

    private async Task<bool> MarkAsync(TableEntity row, bool busy, CancellationToken cancellation)
    {
        try
        {
            await (await storage.TableAsync(Table)).UpdateEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Busy"] = busy }, row.ETag, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException raced) when (raced.Status == 412)
        {
            return false;
        }
    }

    /// <summary>Newest first.</summary>
    /// <param name="folder">Of one partner; null for all.</param>
    /// <param name="after">Where the page before ended: what this gave with it.</param>
    public async Task<(IReadOnlyList<UploadEntry> Entries, string? Next)> ListAsync(string? folder, int limit, string? after, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(Table);
        var list = folder ?? All;
        var (from, until) = ($"{list}_", $"{list}_~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {until}");
        if (after?.Split('|') is [var partition, var row])
            filter = TableClient.CreateQueryFilter($"PartitionKey ge {partition} and PartitionKey lt {until} and (PartitionKey gt {partition} or RowKey gt {row})");
        var found = new List<TableEntity>();
        await foreach (var entity in table.QueryAsync<TableEntity>(filter, limit + 1, ["PartitionKey", "RowKey"], cancellation))
        {
            found.Add(entity);
            if (found.Count > limit) break;
        }

        var page = found.Take(limit).ToList();
        var entries = await Task.WhenAll(page.Select(entity => ReadAsync(entity.RowKey[(entity.RowKey.IndexOf('_', StringComparison.Ordinal) + 1)..], cancellation)));
        return ([.. entries.OfType<UploadEntry>()], found.Count > limit ? $"{page[^1].PartitionKey}|{page[^1].RowKey}" : null);
    }

    /// <summary>The uploads that are being worked on, or were when something crashed.</summary>
    public async Task<IReadOnlyList<string>> AtWorkAsync(CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var row in (await storage.TableAsync(Table)).QueryAsync<TableEntity>(entity => entity.PartitionKey == AtWork, cancellationToken: cancellation))
            ids.Add(row.RowKey);
        return ids;
    }

    public async Task ExpectAsync(string blob, UploadIntent intent, CancellationToken cancellation) =>
        await (await storage.TableAsync(Table)).UpsertEntityAsync(
            new TableEntity("intents", Hash(blob)) { ["Intent"] = JsonSerializer.Serialize(intent, ContractJson.Options) }, TableUpdateMode.Replace, cancellation);

    /// <summary>Null where nobody said, as for a file that was dropped.</summary>
    public async Task<UploadIntent?> IntentAsync(string blob, CancellationToken cancellation)
    {
        var row = await (await storage.TableAsync(Table)).GetEntityIfExistsAsync<TableEntity>("intents", Hash(blob), cancellationToken: cancellation);
        return row.HasValue ? JsonSerializer.Deserialize<UploadIntent>(row.Value!.GetString("Intent"), ContractJson.Options) : null;
    }

    /// <summary>Up to when every file that had been dropped is known; the beginning of time at first.</summary>
    public async Task<DateTimeOffset> SweptAsync(CancellationToken cancellation)
    {
        var row = await (await storage.TableAsync(Table)).GetEntityIfExistsAsync<TableEntity>("sweep", Row, cancellationToken: cancellation);
        return row.HasValue && row.Value!.GetDateTimeOffset("Until") is { } until ? until : DateTimeOffset.MinValue;
    }

    public async Task SweptAsync(DateTimeOffset until, CancellationToken cancellation) =>
        await (await storage.TableAsync(Table)).UpsertEntityAsync(new TableEntity("sweep", Row) { ["Until"] = until }, TableUpdateMode.Replace, cancellation);

    /// <summary>Months count down, so that the newest sorts first.</summary>
    private static string Month(string list, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}_{999_912 - ((at.UtcDateTime.Year * 100) + at.UtcDateTime.Month):D6}");

    private static string Hash(string blob) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blob)));

    private static TableEntity ToRow(UploadEntry entry) => new(entry.Upload.Id, Row)
    {
        ["Upload"] = JsonSerializer.Serialize(entry.Upload, ContractJson.Options),
        ["Receipt"] = JsonSerializer.Serialize(entry.Receipt, ContractJson.Options),
        ["Pages"] = JsonSerializer.SerializeToUtf8Bytes(entry.Pages, ContractJson.Options),
        ["Busy"] = entry.Busy,
    };

    private static UploadEntry OfRow(TableEntity row) => new(
        JsonSerializer.Deserialize<Upload>(row.GetString("Upload"), ContractJson.Options)!,
        JsonSerializer.Deserialize<Receipt>(row.GetString("Receipt"), ContractJson.Options)!,
        JsonSerializer.Deserialize<ImmutableArray<long>>(row.GetBinary("Pages"), ContractJson.Options),
        row.GetBoolean("Busy") ?? false);
}
