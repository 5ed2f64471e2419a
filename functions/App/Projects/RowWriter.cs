using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>
/// Writes new versions of projects of one partition. The old version goes into <c>Versions</c> first (writing it again changes nothing), then the
/// new one takes its place in the truth, on the condition that the old one still stands there.
/// </summary>
internal sealed class RowWriter(RegisterTables tables, Payloads payloads)
{
    /// <param name="seen">The partition's seen times, written in the same batches and under their own condition; null where they do not matter.</param>
    /// <param name="written">Takes the keys that were written, also where not all could be.</param>
    /// <returns>False where somebody else was quicker: what is not in <paramref name="written"/> must be decided again.</returns>
    public async Task<bool> WriteAsync(string partition, IReadOnlyList<PlannedWrite> writes, SeenTimes? seen, ConcurrentBag<ChangedKey> written, CancellationToken cancellation)
    {
        await TableBatches.SubmitAllAsync(
            tables.Versions,
            TableTransactionActionType.UpsertReplace,
            writes.Where(static write => write.Old is { Kind: RowKind.Project }).Select(static write => ProjectEntity.VersionOf(write.Old!)),
            cancellation).ConfigureAwait(false);

        var actions = new List<TableTransactionAction>(writes.Count);
        var keys = new Dictionary<string, ChangedKey>(writes.Count, StringComparer.Ordinal);
        foreach (var write in writes)
        {
            var entity = ProjectEntity.Of(await payloads.KeepAsync(write.New, cancellation).ConfigureAwait(false));
            actions.Add(write.Old is { } old
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, old.Tag)
                : new TableTransactionAction(TableTransactionActionType.Add, entity));
            keys.Add(entity.RowKey, write.New.Changed);
            seen?.Forget(write.New.Key);
        }

        try
        {
            foreach (var batch in TableBatches.Split(actions, reserved: 1))
            {
                await SubmitAsync(partition, batch, seen, cancellation).ConfigureAwait(false);
                foreach (var action in batch)
                    if (keys.TryGetValue(action.Entity.RowKey, out var changed)) written.Add(changed);
            }

            if (actions.Count == 0 && seen is { Changed: true }) await WriteAsync(partition, seen, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException exception) when (IsLost(exception))
        {
            await RemoveLeftoversAsync(writes, cancellation).ConfigureAwait(false);
            return false;
        }
    }

    /// <summary>Somebody else made, changed or removed the row. A missing table is none of these.</summary>
    private static bool IsLost(RequestFailedException exception) =>
        exception.Status is 409 or 412 || (exception.Status == 404 && exception.ErrorCode == TableErrorCode.ResourceNotFound);

    /// <summary>Alone, a row costs the store less outside of a batch.</summary>
    private async Task WriteAsync(string partition, SeenTimes seen, CancellationToken cancellation)
    {
        var entity = seen.Entity(partition);
        var response = seen.Tag == default
            ? await tables.Projects.AddEntityAsync(entity, cancellation).ConfigureAwait(false)
            : await tables.Projects.UpdateEntityAsync(entity, seen.Tag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
        seen.Tag = response.Headers.ETag ?? default;
    }

    private async Task SubmitAsync(string partition, List<TableTransactionAction> batch, SeenTimes? seen, CancellationToken cancellation)
    {
        if (seen is not null)
        {
            var entity = seen.Entity(partition);
            batch.Add(seen.Tag == default
                ? new TableTransactionAction(TableTransactionActionType.Add, entity)
                : new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, seen.Tag));
        }

        var tags = await TableBatches.SubmitAsync(tables.Projects, batch, cancellation).ConfigureAwait(false);
        if (seen is not null) seen.Tag = tags[^1];
    }

    /// <summary>If what was quicker is a takedown, then the versions written above must not survive it.</summary>
    private async Task RemoveLeftoversAsync(IReadOnlyList<PlannedWrite> writes, CancellationToken cancellation)
    {
        foreach (var write in writes)
        {
            if (write.Old is not { } old) continue;
            var now = await tables.Projects.GetEntityIfExistsAsync<TableEntity>(old.Key.Partition, old.Key.Row, ["Kind"], cancellation).ConfigureAwait(false);
            if (now is { HasValue: true, Value: { } entity } && (RowKind)(entity.GetInt32("Kind") ?? 0) != RowKind.TakenDown) continue;
            await tables.Versions.DeleteEntityAsync(ProjectEntity.VersionPartition(old.Key, old.Version), ProjectEntity.VersionRow(old.Key, old.Version), cancellationToken: cancellation).ConfigureAwait(false);
            await payloads.RemoveAsync(old.Key, cancellation).ConfigureAwait(false);
        }
    }
}
