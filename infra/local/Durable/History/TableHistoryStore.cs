using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.DurableTask.Client;

namespace ParisPact.Local.Durable.History;

/// <summary>
/// Instances in one table, each in a partition of its own: its record, its history in chunks, and its inbox. A turn is committed by one batch,
/// which adds chunks, replaces the record and removes what was consumed; where that is too much for one batch, chunks go ahead of it, unseen until the record counts them.
/// </summary>
internal sealed class TableHistoryStore : IHistoryStore
{
    private readonly TableClient table;
    private readonly TableBatches batches;
    private readonly PayloadBlobs blobs;

    /// <param name="tables">Holds the table <c>{hub}Instances</c>.</param>
    /// <param name="blobs">Holds the container <c>{hub}-payloads</c>.</param>
    /// <param name="hub">3 to 45 letters and digits.</param>
    public TableHistoryStore(TableServiceClient tables, BlobServiceClient blobs, string hub = "ParisPact")
    {
        table = tables.GetTableClient($"{hub}Instances");
        batches = new(table);
        this.blobs = new(blobs.GetBlobContainerClient($"{hub.ToLowerInvariant()}-payloads"));
    }

    public async Task PrepareAsync(CancellationToken cancellation)
    {
        await table.CreateIfNotExistsAsync(cancellation);
        await blobs.PrepareAsync(cancellation);
    }

    public async Task<InstanceRecord?> FindAsync(string instanceId, CancellationToken cancellation)
    {
        var row = await table.GetEntityIfExistsAsync<TableEntity>(StorageKeys.Partition(instanceId), StorageKeys.Record, cancellationToken: cancellation);
        return row.HasValue ? await RecordRow.ReadAsync(row.Value!, blobs, payloads: true, cancellation) : null;
    }

    public async Task<StoredInstance?> LoadAsync(string instanceId, CancellationToken cancellation)
    {
        var partition = StorageKeys.Partition(instanceId);
        List<TableEntity> rows = [];
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellation)) rows.Add(row);
        if (rows.Find(row => row.RowKey == StorageKeys.Record) is not { } found) return null;

        var record = await RecordRow.ReadAsync(found, blobs, payloads: true, cancellation);
        var chunks = Enumerable.Range(0, record.Chunks).Select(number => StorageKeys.Chunk(record.Generation, number)).ToHashSet(StringComparer.Ordinal);
        var text = HistoryText.Text(rows.Where(row => chunks.Contains(row.RowKey)).OrderBy(row => row.RowKey, StringComparer.Ordinal));
        List<HistoryEvent> history = [];
        foreach (var fact in HistoryText.Read(text)) history.Add(await blobs.GetAsync(fact, cancellation));

        List<Message> inbox = [];
        foreach (var row in rows.OrderBy(row => row.RowKey, StringComparer.Ordinal))
        {
            if (StorageKeys.IsMessage(row.RowKey, out var key)) inbox.Add(new(await blobs.GetAsync(HistoryText.Read(HistoryText.Text([row])).Single(), cancellation), key));
        }

        return new(record, history, inbox);
    }

    public async Task<(IReadOnlyList<InstanceRecord> Records, string? Next)> ListAsync(InstanceFilter filter, int size, string? token, bool payloads, CancellationToken cancellation)
    {
        List<TableEntity> rows = [];
        var columns = payloads ? null : RecordRow.WithoutPayloads;
        await foreach (var row in table.QueryAsync<TableEntity>(InstanceCondition.Of(filter, token), Math.Min(size + 1, 1000), columns, cancellation))
        {
            rows.Add(row);
            if (rows.Count > size) break;
        }

        List<InstanceRecord> records = [];
        foreach (var row in rows.Take(size)) records.Add(await RecordRow.ReadAsync(row, blobs, payloads, cancellation));
        return (records, rows.Count > size ? rows[size - 1].PartitionKey : null);
    }

    public async Task<InstanceRecord> CommitAsync(Commit commit, CancellationToken cancellation)
    {
        var record = commit.Record;
        var partition = StorageKeys.Partition(record.InstanceId);
        var folder = PayloadBlobs.Folder(partition, record.Generation);
        List<HistoryEvent> events = [];
        foreach (var fact in commit.Events) events.Add(await blobs.PutAsync(folder, fact, cancellation));
        var chunks = HistoryText.Rows(HistoryText.Write(events), partition, number => StorageKeys.Chunk(record.Generation, record.Chunks + number)).ToList();

        var commitId = Guid.NewGuid().ToString("N");
        record = record with { Chunks = record.Chunks + chunks.Count };
        var row = await RecordRow.WriteAsync(record, commitId, blobs, cancellation);
        List<TableTransactionAction> last =
        [
            record.Revision is ETag revision ? new(TableTransactionActionType.UpdateReplace, row, revision) : new(TableTransactionActionType.Add, row),
            .. commit.Consumed.Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, StorageKeys.Message(key)), ETag.All)),
        ];
        var ahead = await batches.WriteAheadAsync(chunks, HistoryText.Size(row) + (last.Count * 500), last.Count, cancellation);
        last.AddRange(chunks.Skip(ahead).Select(chunk => new TableTransactionAction(TableTransactionActionType.UpsertReplace, chunk)));

        var committed = record with { Revision = await batches.SubmitAsync(record, last, commitId, cancellation) };
        await TidyAsync(committed, isNewGeneration: commit.Record is { Chunks: 0, Generation: > 0, Revision: not null }, commit, partition, cancellation);
        return committed;
    }

    public async Task AddMessageAsync(string instanceId, string key, HistoryEvent message, CancellationToken cancellation)
    {
        var partition = StorageKeys.Partition(instanceId);
        var kept = await blobs.PutAsync(PayloadBlobs.Inbox(partition, key), message, cancellation);
        var row = HistoryText.Rows(HistoryText.Write([kept]), partition, _ => StorageKeys.Message(key)).Single();
        try
        {
            await table.AddEntityAsync(row, cancellation);
        }
        catch (RequestFailedException conflict) when (conflict.Status == 409)
        {
            // It was put there before.
        }
    }

    public async Task RemoveMessageAsync(string instanceId, string key, CancellationToken cancellation)
    {
        var partition = StorageKeys.Partition(instanceId);
        await table.DeleteEntityAsync(partition, StorageKeys.Message(key), ETag.All, cancellation);
        await blobs.DeleteAsync(PayloadBlobs.Inbox(partition, key), cancellation);
    }

    public async Task<bool> DeleteAsync(string instanceId, CancellationToken cancellation)
    {
        var partition = StorageKeys.Partition(instanceId);
        var condition = TableClient.CreateQueryFilter($"PartitionKey eq {partition}");
        List<TableEntity> rows = [];
        await foreach (var row in table.QueryAsync<TableEntity>(condition, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation)) rows.Add(row);
        await batches.RemoveAsync(rows.Where(row => row.RowKey != StorageKeys.Record), cancellation);
        await blobs.DeleteAsync(PayloadBlobs.Folder(partition), cancellation);

        // The record goes last, so that a removal that was broken off is found and done again.
        var record = rows.Where(row => row.RowKey == StorageKeys.Record).ToList();
        await batches.RemoveAsync(record, cancellation);
        return record.Count > 0;
    }

    /// <summary>
    /// Removes what nothing refers to any more: older generations, payloads of consumed messages, and the history of an instance that ended well, which nobody can read.
    /// The history of a failed one stays, to be looked into. Payloads in blobs stay with a finished instance until it is purged, as its input and
    /// output may be among them; the published provider keeps its large messages just so long.
    /// </summary>
    private async Task TidyAsync(InstanceRecord record, bool isNewGeneration, Commit commit, string partition, CancellationToken cancellation)
    {
        try
        {
            if (isNewGeneration)
            {
                var older = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {StorageKeys.Chunk(0, 0)} and RowKey lt {StorageKeys.Chunk(record.Generation, 0)}");
                List<TableEntity> rows = [];
                await foreach (var row in table.QueryAsync<TableEntity>(older, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation)) rows.Add(row);
                await batches.RemoveAsync(rows, cancellation);
                await blobs.DeleteAsync(PayloadBlobs.Folder(partition, record.Generation - 1), cancellation);
            }
            else if (record is { IsLive: false, Status: not OrchestrationRuntimeStatus.Failed })
            {
                await batches.RemoveAsync(Enumerable.Range(0, record.Chunks).Select(number => new TableEntity(partition, StorageKeys.Chunk(record.Generation, number))), cancellation);
            }

            if (commit.Events.Any(fact => fact is EventRaised { Payload.Length: > PayloadBlobs.Longest }))
            {
                foreach (var key in commit.Consumed) await blobs.DeleteAsync(PayloadBlobs.Inbox(partition, key), cancellation);
            }
        }
        catch (RequestFailedException)
        {
            // The turn is committed; what is left lying is only untidy, and goes with the instance.
        }
    }
}
