using Azure;
using Azure.Data.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>Which uploads something works on: a mark in the upload's own row, and a row in partition <c>at-work</c> of table <c>Uploads</c>, by which the sweep finds them.</summary>
internal sealed class UploadsAtWork(Storage storage)
{
    private const string Partition = "at-work";

    public async Task NoteAsync(string id, CancellationToken cancellation) =>
        await (await storage.TableAsync(UploadBook.Table)).UpsertEntityAsync(new TableEntity(Partition, id), cancellationToken: cancellation);

    public async Task ForgetAsync(string id, CancellationToken cancellation) =>
        await (await storage.TableAsync(UploadBook.Table)).DeleteEntityAsync(Partition, id, cancellationToken: cancellation);

    /// <summary>Marks an upload that is at rest and was not taken back as being worked on; false for any other: of several who ask at once, one gets it.</summary>
    public async Task<bool> TakeAsync(string id, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(UploadBook.Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id, UploadRow.Name, cancellationToken: cancellation);
        if (!row.HasValue || UploadRow.From(row.Value!) is not { Busy: false, Receipt.TakenBack: null }) return false;
        await NoteAsync(id, cancellation);
        return await MarkAsync(row.Value!, busy: true, cancellation);
    }

    /// <summary>Marks an upload as being at rest again, unless somebody changes it at the same time.</summary>
    public async Task LetGoAsync(string id, CancellationToken cancellation)
    {
        var table = await storage.TableAsync(UploadBook.Table);
        var row = await table.GetEntityIfExistsAsync<TableEntity>(id, UploadRow.Name, cancellationToken: cancellation);
        if (row.HasValue && UploadRow.From(row.Value!).Busy && await MarkAsync(row.Value!, busy: false, cancellation)) await ForgetAsync(id, cancellation);
    }

    /// <summary>The uploads that are being worked on, or were when something crashed.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellation)
    {
        var ids = new List<string>();
        await foreach (var row in (await storage.TableAsync(UploadBook.Table)).QueryAsync<TableEntity>(entity => entity.PartitionKey == Partition, cancellationToken: cancellation))
            ids.Add(row.RowKey);
        return ids;
    }

    private async Task<bool> MarkAsync(TableEntity row, bool busy, CancellationToken cancellation)
    {
        try
        {
            await (await storage.TableAsync(UploadBook.Table)).UpdateEntityAsync(new TableEntity(row.PartitionKey, row.RowKey) { ["Busy"] = busy }, row.ETag, TableUpdateMode.Merge, cancellation);
            return true;
        }
        catch (RequestFailedException raced) when (raced.Status == 412)
        {
            return false;
        }
    }
}
