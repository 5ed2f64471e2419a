using Azure;
using Azure.Data.Tables;

namespace ParisPact.Functions.Platform;

/// <summary>Batches that Table Storage takes: one partition, at most 100 entities, each once, at most 4 MiB. The emulator takes more, so they are guarded here.</summary>
internal static class TableBatches
{
    public const int MaximumActions = 100;

    /// <summary>Bytes of a request's body that we go up to: 4 MiB less the largest entity that a caller may add to each batch.</summary>
    public const int MaximumBytes = 11 * 256 * 1024;

    /// <summary>Sends one batch.</summary>
    /// <returns>The new entity tags, in the order of the actions.</returns>
    /// <exception cref="ArgumentException">Table Storage would refuse the batch by its form.</exception>
    /// <exception cref="TableTransactionFailedException">409 or 412: somebody else was quicker.</exception>
    public static async Task<ETag[]> SubmitAsync(TableClient table, IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        Guard(actions);
        var response = await table.SubmitTransactionAsync(actions, cancellation).ConfigureAwait(false);
        return [.. response.Value.Select(static one => one.Headers.ETag ?? default)];
    }

    /// <summary>Cuts actions on one partition into batches, in order.</summary>
    /// <param name="reserved">Actions that the caller adds to each batch.</param>
    public static IEnumerable<List<TableTransactionAction>> Split(IEnumerable<TableTransactionAction> actions, int reserved = 0)
    {
        var batch = new List<TableTransactionAction>();
        var bytes = 0;
        foreach (var action in actions)
        {
            var size = TableSizes.Guard((TableEntity)action.Entity);
            if (batch.Count == MaximumActions - reserved || (batch.Count > 0 && bytes + size > MaximumBytes))
            {
                yield return batch;
                batch = [];
                bytes = 0;
            }

            batch.Add(action);
            bytes += size;
        }

        if (batch.Count > 0) yield return batch;
    }

    /// <summary>Performs one kind of action on entities of any partitions, in batches, a partition after the other.</summary>
    public static async Task SubmitAllAsync(TableClient table, TableTransactionActionType action, IEnumerable<TableEntity> entities, CancellationToken cancellation)
    {
        foreach (var partition in entities.GroupBy(static entity => entity.PartitionKey))
            foreach (var batch in Split(partition.Select(entity => new TableTransactionAction(action, entity, ETag.All))))
                await SubmitAsync(table, batch, cancellation).ConfigureAwait(false);
    }

    /// <exception cref="ArgumentException">Table Storage would refuse the batch by its form.</exception>
    internal static void Guard(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count is 0 or > MaximumActions) throw new ArgumentException($"A batch of {actions.Count} entities: 1 to {MaximumActions} are allowed.");
        var rows = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        var bytes = 0;
        foreach (var action in actions)
        {
            if (action.Entity.PartitionKey != actions[0].Entity.PartitionKey) throw new ArgumentException("A batch over two partitions.");
            if (!rows.Add(action.Entity.RowKey)) throw new ArgumentException("A batch with one entity twice.");
            bytes += TableSizes.Guard((TableEntity)action.Entity);
        }

        if (bytes > 4 * 1024 * 1024) throw new ArgumentException($"A batch of about {bytes} bytes: at most 4 MiB are allowed.");
    }
}
