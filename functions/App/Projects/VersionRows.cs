using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace ParisPact.Functions.Projects;

/// <summary>Reads the versions that newer ones stand on.</summary>
internal sealed class VersionRows(RegisterTables tables)
{
    /// <summary>Versions of one project from <paramref name="last"/> down to <paramref name="first"/>; what is not there is left out.</summary>
    /// <param name="last">Below the version of <paramref name="truth"/>.</param>
    public async Task<IReadOnlyList<ProjectRow>> RangeAsync(ProjectRow truth, int first, int last, CancellationToken cancellation)
    {
        var found = new ConcurrentBag<ProjectRow>();
        var groups = Enumerable.Range(first, Math.Max(0, last - first + 1)).GroupBy(version => (Key: truth.KeyOf(version), Group: ProjectEntity.VersionGroup(version)));
        await Parallel.ForEachAsync(
            groups,
            new ParallelOptions { MaxDegreeOfParallelism = ProjectRows.Lanes, CancellationToken = cancellation },
            async (group, stop) =>
            {
                var (key, partition) = (group.Key.Key, ProjectEntity.VersionPartition(group.Key.Key.Partition, group.Key.Group));
                var (from, to) = (ProjectEntity.VersionRow(key, group.Min()), ProjectEntity.VersionRow(key, group.Max()));
                var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey le {to}");
                await foreach (var entity in tables.Versions.QueryAsync<TableEntity>(filter, cancellationToken: stop).ConfigureAwait(false))
                    found.Add(ProjectEntity.FromVersion(entity));
            }).ConfigureAwait(false);
        return [.. found.OrderByDescending(static row => row.Version)];
    }

    /// <summary>The newest version below the truth that an upload made; null where it made none.</summary>
    public Task<ProjectRow?> OfUploadAsync(ProjectRow truth, string upload, CancellationToken cancellation) =>
        NewestAsync(truth, truth.Version, row => row.Origin.Upload == upload, cancellation);

    /// <summary>The newest version below one that an upload did not make; null where it made all of them.</summary>
    public Task<ProjectRow?> OfOthersAsync(ProjectRow truth, int below, string upload, CancellationToken cancellation) =>
        NewestAsync(truth, below, row => row.StandsFor != upload, cancellation);

    private async Task<ProjectRow?> NewestAsync(ProjectRow truth, int below, Func<ProjectRow, bool> isWanted, CancellationToken cancellation)
    {
        // One partition's worth first: mostly it is the version right below.
        var page = 4;
        for (var last = below - 1; last >= 1; last -= page)
        {
            if (last < below - 1) page = 40;
            var rows = await RangeAsync(truth, Math.Max(1, last - page + 1), last, cancellation).ConfigureAwait(false);
            if (rows.FirstOrDefault(isWanted) is { } found) return found;
        }

        return null;
    }

    /// <summary>The version right below the one that stands, for many projects of one bucket.</summary>
    public async Task<IReadOnlyDictionary<ProjectKey, ProjectRow>> BelowAsync(IReadOnlyCollection<ProjectRow> truths, CancellationToken cancellation)
    {
        var found = new ConcurrentDictionary<ProjectKey, ProjectRow>();
        var wanted = truths.ToLookup(static truth => ProjectEntity.VersionPartition(truth.KeyOf(truth.StandsAt - 1), truth.StandsAt - 1));
        await Parallel.ForEachAsync(
            wanted,
            new ParallelOptions { MaxDegreeOfParallelism = ProjectRows.Lanes, CancellationToken = cancellation },
            async (group, stop) =>
            {
                var byRow = group.ToDictionary(static truth => ProjectEntity.VersionRow(truth.KeyOf(truth.StandsAt - 1), truth.StandsAt - 1), static truth => truth.Key);
                if (byRow.Count < ProjectRows.WorthScanning)
                {
                    foreach (var (row, key) in byRow)
                        if (await tables.Versions.GetEntityIfExistsAsync<TableEntity>(group.Key, row, cancellationToken: stop).ConfigureAwait(false) is { HasValue: true, Value: { } entity })
                            found[key] = ProjectEntity.FromVersion(entity);
                    return;
                }

                await foreach (var entity in tables.Versions.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {group.Key}"), cancellationToken: stop).ConfigureAwait(false))
                    if (byRow.TryGetValue(entity.RowKey, out var key)) found[key] = ProjectEntity.FromVersion(entity);
            }).ConfigureAwait(false);
        return found;
    }

    /// <summary>Heads of the versions in one bucket that an upload made.</summary>
    /// <param name="newest">The highest version of any project there.</param>
    public async IAsyncEnumerable<ProjectRow> OfUploadInBucketAsync(string partition, int newest, string upload, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var group = 0; group <= ProjectEntity.VersionGroup(newest); group++)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ProjectEntity.VersionPartition(partition, group)} and Upload eq {upload}");
            await foreach (var entity in tables.Versions.QueryAsync<TableEntity>(filter, select: ProjectEntity.HeadColumns, cancellationToken: cancellation).ConfigureAwait(false))
                yield return ProjectEntity.FromVersion(entity);
        }
    }

    /// <summary>Removes every version that lies under a key.</summary>
    public async Task RemoveAsync(ProjectKey key, int newest, CancellationToken cancellation)
    {
        // Two groups more than are known: a change that was quicker may have gone beyond.
        for (var group = 0; group <= ProjectEntity.VersionGroup(newest) + 2; group++)
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ProjectEntity.VersionPartition(key.Partition, group)} and RowKey ge {key.Row + "-"} and RowKey lt {key.Row + "."}");
            await foreach (var entity in tables.Versions.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation).ConfigureAwait(false))
                await tables.Versions.DeleteEntityAsync(entity.PartitionKey, entity.RowKey, cancellationToken: cancellation).ConfigureAwait(false);
        }
    }
}
