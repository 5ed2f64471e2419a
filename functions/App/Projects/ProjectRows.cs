using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using ParisPact.Domain.Partners;

namespace ParisPact.Functions.Projects;

/// <summary>Reads rows of the register.</summary>
internal sealed class ProjectRows(RegisterTables tables)
{
    /// <summary>Requests at once.</summary>
    public const int Lanes = 8;

    /// <summary>From so many keys of one partition on, reading all its rows costs less than reading them one by one.</summary>
    public const int WorthScanning = 24;

    private static readonly string[] HeadsAndManifest = [.. ProjectEntity.HeadColumns, .. Manifest.Columns];

    public async Task<ProjectRow?> FindAsync(ProjectKey key, CancellationToken cancellation)
    {
        var found = await tables.Projects.GetEntityIfExistsAsync<TableEntity>(key.Partition, key.Row, cancellationToken: cancellation).ConfigureAwait(false);
        return found.HasValue ? ProjectEntity.From(found.Value!) : null;
    }

    /// <summary>The row that a key leads to, through former references: a project, a tombstone, or null.</summary>
    public async Task<ProjectRow?> FollowAsync(ProjectKey key, CancellationToken cancellation)
    {
        // Nothing makes a circle of aliases; a bound all the same, rather than a request that never ends.
        for (var step = 0; step < 100; step++)
        {
            var row = await FindAsync(key, cancellation).ConfigureAwait(false);
            if (row is not { Kind: RowKind.Alias, LeadsTo: { } next }) return row;
            key = next;
        }

        throw new InvalidDataException("Former references lead in a circle.");
    }

    public async Task<Manifest> ManifestAsync(string partition, CancellationToken cancellation)
    {
        var found = await tables.Projects.GetEntityIfExistsAsync<TableEntity>(partition, Manifest.RowKey, cancellationToken: cancellation).ConfigureAwait(false);
        return Manifest.From(found.HasValue ? found.Value : null);
    }

    /// <summary>The manifests of some partitions, read side by side.</summary>
    public async Task<IReadOnlyDictionary<string, Manifest>> ManifestsAsync(IReadOnlyCollection<string> partitions, CancellationToken cancellation)
    {
        var found = new ConcurrentDictionary<string, Manifest>();
        await Parallel.ForEachAsync(
            partitions,
            new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellation },
            async (partition, stop) => found[partition] = await ManifestAsync(partition, stop).ConfigureAwait(false)).ConfigureAwait(false);
        return found;
    }

    /// <summary>The heads of a partition and its manifest.</summary>
    public async Task<PartitionHeads> HeadsAsync(string partition, CancellationToken cancellation) =>
        (await HeadsAsync(partition, partition, cancellation).ConfigureAwait(false)).GetValueOrDefault(partition) ?? PartitionHeads.None();

    /// <summary>
    /// The heads and the manifests of some partitions that lie side by side, in one query; partitions without rows are left out. The manifest
    /// of a partition sorts first, so it is never newer than its heads.
    /// </summary>
    /// <param name="last">Inclusive.</param>
    public async Task<IReadOnlyDictionary<string, PartitionHeads>> HeadsAsync(string first, string last, CancellationToken cancellation)
    {
        var found = new Dictionary<string, PartitionHeads>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {first} and PartitionKey le {last}");
        await foreach (var entity in tables.Projects.QueryAsync<TableEntity>(filter, select: HeadsAndManifest, cancellationToken: cancellation).ConfigureAwait(false))
        {
            if (!found.TryGetValue(entity.PartitionKey, out var heads)) found[entity.PartitionKey] = heads = PartitionHeads.None();
            if (entity.RowKey == Manifest.RowKey) found[entity.PartitionKey] = heads with { Manifest = Manifest.From(entity) };
            else heads.Rows[new ProjectKey(entity.PartitionKey, entity.RowKey)] = ProjectEntity.From(entity);
        }

        return found;
    }

    /// <summary>All rows of a partition, of any kind, in key order.</summary>
    public async IAsyncEnumerable<ProjectRow> PartitionAsync(string partition, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey gt {Manifest.RowKey}");
        await foreach (var entity in tables.Projects.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
            yield return ProjectEntity.From(entity);
    }

    /// <summary>All projects, or those of one partner, in key order.</summary>
    public async IAsyncEnumerable<ProjectRow> ScanAsync(PartnerId? partner, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (partner is { } one)
        {
            for (var bucket = 0; bucket < ProjectKey.Buckets; bucket++)
                await foreach (var row in PartitionAsync(ProjectKey.PartitionOf(one, bucket), cancellation).ConfigureAwait(false))
                    if (row.Kind == RowKind.Project) yield return row;
            yield break;
        }

        await foreach (var page in AheadAsync(tables.Projects.QueryAsync<TableEntity>(cancellationToken: cancellation).AsPages()).ConfigureAwait(false))
        {
            foreach (var entity in page.Values)
                if (entity.RowKey != Manifest.RowKey && ProjectEntity.From(entity) is { Kind: RowKind.Project } row) yield return row;
        }
    }

    /// <summary>Asks for the next page while one is worked on.</summary>
    private static async IAsyncEnumerable<T> AheadAsync<T>(IAsyncEnumerable<T> pages)
    {
        await using var source = pages.GetAsyncEnumerator();
        var next = source.MoveNextAsync().AsTask();
        try
        {
            while (await next.ConfigureAwait(false))
            {
                var page = source.Current;
                next = source.MoveNextAsync().AsTask();
                yield return page;
            }
        }
        finally
        {
            // Whoever stops early leaves a request behind, which must be answered before its source is closed.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The rows that are there, of any kind.</summary>
    public async Task<IReadOnlyDictionary<ProjectKey, ProjectRow>> FindManyAsync(IReadOnlyCollection<ProjectKey> keys, CancellationToken cancellation)
    {
        var found = new ConcurrentDictionary<ProjectKey, ProjectRow>();
        var wanted = keys.ToHashSet();
        var errands = new List<Func<CancellationToken, Task>>();
        foreach (var partition in wanted.GroupBy(static key => key.Partition))
        {
            if (partition.Count() >= WorthScanning)
                errands.Add(async stop =>
                {
                    await foreach (var row in PartitionAsync(partition.Key, stop).ConfigureAwait(false))
                        if (wanted.Contains(row.Key)) found[row.Key] = row;
                });
            else
                errands.AddRange(partition.Select(key => (Func<CancellationToken, Task>)(async stop =>
                {
                    if (await FindAsync(key, stop).ConfigureAwait(false) is { } row) found[key] = row;
                })));
        }

        await Parallel.ForEachAsync(
            errands,
            new ParallelOptions { MaxDegreeOfParallelism = Lanes, CancellationToken = cancellation },
            static async (errand, stop) => await errand(stop).ConfigureAwait(false)).ConfigureAwait(false);
        return found;
    }
}
