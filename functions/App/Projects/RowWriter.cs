using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>
/// Writes rows of the truth, each together with the manifest of its partition. Of a new version of a project, the old one goes into
/// <c>Versions</c> first (writing it again changes nothing), then the new one takes its place, on the condition that the old one still stands there.
/// </summary>
internal sealed class RowWriter(RegisterTables tables, ProjectRows rows, Payloads payloads)
{
    /// <param name="manifest">Of the partition, as it was when the writes were planned.</param>
    /// <param name="written">Takes the keys that were written, also where not all could be.</param>
    /// <returns>False where somebody else was quicker: what is not in <paramref name="written"/> must be decided again.</returns>
    public async Task<bool> WriteAsync(string partition, IReadOnlyList<PlannedWrite> writes, Manifest manifest, ConcurrentBag<ChangedKey> written, CancellationToken cancellation)
    {
        await TableBatches.SubmitAllAsync(
            tables.Versions,
            TableTransactionActionType.UpsertReplace,
            writes.Where(static write => write.Old is { Kind: RowKind.Project }).Select(static write => ProjectEntity.VersionOf(write.Old!)),
            cancellation).ConfigureAwait(false);

        var actions = new List<TableTransactionAction>(writes.Count);
        var news = new Dictionary<string, ProjectRow>(writes.Count, StringComparer.Ordinal);
        foreach (var write in writes)
        {
            var entity = ProjectEntity.Of(await payloads.KeepAsync(write.New, cancellation).ConfigureAwait(false));
            actions.Add(write.Old is { } old
                ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, old.Tag)
                : new TableTransactionAction(TableTransactionActionType.Add, entity));
            news.Add(entity.RowKey, write.New);
        }

        try
        {
            var batches = TableBatches.Split(actions, reserved: 1).ToList();
            foreach (var (number, batch) in batches.Index())
            {
                var now = batch.ConvertAll(action => news[action.Entity.RowKey]);
                batch.Add(Action(partition, manifest, news.Values, isFirst: number == 0, isLast: number == batches.Count - 1));
                manifest.Tag = (await TableBatches.SubmitAsync(tables.Projects, batch, cancellation).ConfigureAwait(false))[^1];
                foreach (var row in now) written.Add(row.Changed);
            }

            if (actions.Count == 0 && manifest.Changed) await WriteAsync(partition, manifest, cancellation).ConfigureAwait(false);
            return true;
        }
        catch (RequestFailedException exception) when (IsLost(exception))
        {
            await RemoveLeftoversAsync(writes, cancellation).ConfigureAwait(false);
            return false;
        }
    }

    /// <summary>
    /// What becomes of the manifest in one of the batches that write rows. It must not tell of what a later batch is going to write: so the first
    /// one takes out what is going to change, and only the last one puts in what was written. In between it is left as it is, since in a large
    /// partition it is larger than all the rest of a batch.
    /// </summary>
    private static TableTransactionAction Action(string partition, Manifest manifest, IReadOnlyCollection<ProjectRow> rows, bool isFirst, bool isLast)
    {
        if (!isFirst && !isLast) return manifest.Touch(partition);
        foreach (var row in rows)
        {
            if (isLast) manifest.Note(row);
            else manifest.Leave(row.Key);
        }

        return manifest.Action(partition);
    }

    /// <summary>Writes one row as it is, in the place of nothing.</summary>
    /// <returns>False where there is a row.</returns>
    public Task<bool> AddAsync(ProjectRow row, CancellationToken cancellation) =>
        WriteAsync(row, new TableTransactionAction(TableTransactionActionType.Add, ProjectEntity.Of(row)), static there => there is null, cancellation);

    /// <summary>Writes one row as it is, in the place of the one with the tag.</summary>
    /// <returns>False where that one does not stand there any more.</returns>
    public Task<bool> ReplaceAsync(ProjectRow row, ETag tag, CancellationToken cancellation) =>
        WriteAsync(row, new TableTransactionAction(TableTransactionActionType.UpdateReplace, ProjectEntity.Of(row), tag), there => there?.ETag == tag, cancellation);

    /// <param name="isAsExpected">Whether what stands there allows the write: then only the manifest has changed meanwhile.</param>
    private async Task<bool> WriteAsync(ProjectRow row, TableTransactionAction action, Predicate<TableEntity?> isAsExpected, CancellationToken cancellation)
    {
        while (true)
        {
            var manifest = await rows.ManifestAsync(row.Key.Partition, cancellation).ConfigureAwait(false);
            manifest.Note(row);
            try
            {
                await TableBatches.SubmitAsync(tables.Projects, [action, manifest.Action(row.Key.Partition)], cancellation).ConfigureAwait(false);
                return true;
            }
            catch (RequestFailedException exception) when (IsLost(exception))
            {
                if (!isAsExpected(await HeadAsync(row.Key, cancellation).ConfigureAwait(false))) return false;
            }
        }
    }

    /// <summary>Somebody else made, changed or removed the row. A missing table is none of these.</summary>
    private static bool IsLost(RequestFailedException exception) =>
        exception.Status is 409 or 412 || (exception.Status == 404 && exception.ErrorCode == TableErrorCode.ResourceNotFound);

    /// <summary>Alone, a row costs the store less outside of a batch.</summary>
    private async Task WriteAsync(string partition, Manifest manifest, CancellationToken cancellation)
    {
        var entity = manifest.Entity(partition);
        var response = manifest.IsNew
            ? await tables.Projects.AddEntityAsync(entity, cancellation).ConfigureAwait(false)
            : await tables.Projects.UpdateEntityAsync(entity, manifest.Tag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
        manifest.Tag = response.Headers.ETag ?? default;
    }

    /// <summary>If what was quicker is a takedown, then the versions written above must not survive it.</summary>
    private async Task RemoveLeftoversAsync(IReadOnlyList<PlannedWrite> writes, CancellationToken cancellation)
    {
        foreach (var write in writes)
        {
            if (write.Old is not { } old) continue;
            if (await HeadAsync(old.Key, cancellation).ConfigureAwait(false) is { } now && (RowKind)(now.GetInt32("Kind") ?? 0) != RowKind.TakenDown) continue;
            await tables.Versions.DeleteEntityAsync(ProjectEntity.VersionPartition(old.Key, old.Version), ProjectEntity.VersionRow(old.Key, old.Version), cancellationToken: cancellation).ConfigureAwait(false);
            await payloads.RemoveAsync(old.Key, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<TableEntity?> HeadAsync(ProjectKey key, CancellationToken cancellation)
    {
        var found = await tables.Projects.GetEntityIfExistsAsync<TableEntity>(key.Partition, key.Row, ["Kind"], cancellation).ConfigureAwait(false);
        return found.HasValue ? found.Value : null;
    }
}
