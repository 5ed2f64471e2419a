using System.Globalization;
using Azure;
using Azure.Data.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>
/// Every upload that there ever was, in table <c>Uploads</c>: a row for each under its id, which is the truth; rows that list it by partner
/// and in all, newest first, a partition a month.
/// </summary>
internal sealed class UploadBook(Storage storage, UploadsAtWork atWork)
{
    public const string Table = "Uploads";
    private const string All = "_all";

    /// <summary>Enters an upload that was not known; false where it was.</summary>
    public async Task<bool> AddAsync(Upload upload, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(Table);
        // Before the truth, so that an upload is never known and yet forgotten by the sweep.
        await atWork.NoteAsync(upload.Id, cancellation);
        var isNew = true;
        try
        {
            await table.AddEntityAsync(UploadRow.Of(new UploadEntry(upload, upload.Working(), [], Busy: true)), cancellation);
        }
        catch (RequestFailedException known) when (known.Status == 409)
        {
            isNew = false;
            if (await ReadAsync(upload.Id, cancellation) is { Busy: false }) await atWork.ForgetAsync(upload.Id, cancellation);
        }

        var order = $"{DateTimeOffset.MaxValue.UtcTicks - upload.SeenAt.UtcTicks:D19}_{upload.Id}";
        foreach (var list in isNew ? (string[])[All, upload.Folder] : [])
            await table.UpsertEntityAsync(new TableEntity(Month(list, upload.SeenAt), order), cancellationToken: cancellation);
        return isNew;
    }

    public async Task<UploadEntry?> ReadAsync(string id, CancellationToken cancellation)
    {
        if (!UploadId.IsOne(id)) return null;
        var row = await (await storage.TableAsync(Table)).GetEntityIfExistsAsync<TableEntity>(id, UploadRow.Name, cancellationToken: cancellation);
        return row.HasValue ? UploadRow.From(row.Value!) : null;
    }

    public async Task SaveAsync(UploadEntry entry, CancellationToken cancellation)
    {
        if (entry.Busy) await atWork.NoteAsync(entry.Upload.Id, cancellation);
        await (await storage.TableAsync(Table)).UpsertEntityAsync(UploadRow.Of(entry), TableUpdateMode.Replace, cancellation);
        if (!entry.Busy) await atWork.ForgetAsync(entry.Upload.Id, cancellation);
    }

    /// <summary>Newest first.</summary>
    /// <param name="folder">Of one partner; null for all.</param>
    /// <param name="after">Where the page before ended: what this gave with it, see <see cref="IsCursor"/>.</param>
    public async Task<(IReadOnlyList<UploadEntry> Entries, string? Next)> ListAsync(string? folder, int limit, string? after, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(Table);
        var list = folder ?? All;
        var (from, until) = ($"{list}_", $"{list}_~");
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {from} and PartitionKey lt {until}");
        if (after?.Split('|') is [var partition, var row] && IsCursor(folder, after))
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

    /// <summary>Whether a list of this folder may have given a cursor: one that was forged could begin in the list of somebody else.</summary>
    public static bool IsCursor(string? folder, string after) => after.Split('|') is [var partition, _] && partition.StartsWith($"{folder ?? All}_", StringComparison.Ordinal);

    /// <summary>Up to when every file that had been dropped is known; the beginning of time at first.</summary>
    public async Task<DateTimeOffset> SweptAsync(CancellationToken cancellation)
    {
        var row = await (await storage.TableAsync(Table)).GetEntityIfExistsAsync<TableEntity>("sweep", UploadRow.Name, cancellationToken: cancellation);
        return row.HasValue && row.Value!.GetDateTimeOffset("Until") is { } until ? until : DateTimeOffset.MinValue;
    }

    public async Task SweptAsync(DateTimeOffset until, CancellationToken cancellation) =>
        await (await storage.TableAsync(Table)).UpsertEntityAsync(new TableEntity("sweep", UploadRow.Name) { ["Until"] = until }, TableUpdateMode.Replace, cancellation);

    /// <summary>Months count down, so that the newest sorts first.</summary>
    private static string Month(string list, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{list}_{999_912 - ((at.UtcDateTime.Year * 100) + at.UtcDateTime.Month):D6}");
}
