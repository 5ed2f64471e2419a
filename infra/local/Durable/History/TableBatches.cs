using Azure;
using Azure.Data.Tables;

namespace ParisPact.Local.Durable.History;

/// <summary>Batches of one instance's rows, none larger than Table Storage takes.</summary>
internal sealed class TableBatches(TableClient table)
{
    private const int BatchOperations = 100;

    /// <summary>Of the 4 MiB that a batch may have.</summary>
    private const int BatchBytes = 3_000_000;

    /// <summary>Writes chunks that the last batch cannot take; gives how many. What is cut off here is overwritten by the next attempt.</summary>
    public async Task<int> WriteAheadAsync(List<TableEntity> chunks, int lastBytes, int lastOperations, CancellationToken cancellation)
    {
        var first = chunks.Count;
        for (var bytes = lastBytes; first > 0 && lastOperations + chunks.Count - first < BatchOperations && (bytes += HistoryText.Size(chunks[first - 1])) <= BatchBytes;) first--;
        for (var at = 0; at < first;)
        {
            var from = at;
            for (var bytes = 0; at < first && at - from < BatchOperations && ((bytes += HistoryText.Size(chunks[at])) <= BatchBytes || at == from);) at++;
            await table.SubmitTransactionAsync(chunks[from..at].Select(chunk => new TableTransactionAction(TableTransactionActionType.UpsertReplace, chunk)), cancellation);
        }

        return first;
    }

    /// <summary>A batch that is refused may be one that was accepted before its answer was lost; the row says by its commit.</summary>
    public async Task<ETag> SubmitAsync(InstanceRecord record, List<TableTransactionAction> actions, string commitId, CancellationToken cancellation)
    {
        try
        {
            var answers = await table.SubmitTransactionAsync(actions, cancellation);
            if (answers.Value[0].Headers.ETag is { } tag) return tag;
        }
        catch (RequestFailedException refused) when (refused.Status is 404 or 409 or 412)
        {
            var stored = await table.GetEntityIfExistsAsync<TableEntity>(StorageKeys.Partition(record.InstanceId), StorageKeys.Record, cancellationToken: cancellation);
            if (!stored.HasValue || stored.Value!.GetString(RecordRow.CommitId) != commitId) throw new StoreConflictException(record.InstanceId, refused);
            return stored.Value.ETag;
        }

        var written = await table.GetEntityAsync<TableEntity>(StorageKeys.Partition(record.InstanceId), StorageKeys.Record, cancellationToken: cancellation);
        return written.Value.ETag;
    }

    public async Task RemoveAsync(IEnumerable<TableEntity> rows, CancellationToken cancellation)
    {
        foreach (var some in rows.Chunk(BatchOperations))
        {
            await table.SubmitTransactionAsync(some.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellation);
        }
    }
}
