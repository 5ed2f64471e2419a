using Azure.Data.Tables;

namespace ParisPact.Functions.Projects;

/// <summary>The rows that stand in the place of what was taken down, and block its references.</summary>
internal sealed class Tombstones(RegisterTables tables, ProjectRows rows, RowWriter writer)
{
    /// <summary>A former reference, or one whose tombstone a crash prevented. A project is never one: it was entered after the takedown was lifted.</summary>
    public async Task BlockFormerAsync(TableEntity fact, ProjectKey key, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await rows.FindAsync(key, cancellation).ConfigureAwait(false);
            if (row is { Kind: RowKind.Project or RowKind.TakenDown }) return;
            if (row is not null && await PutAsync(fact, row, cancellation).ConfigureAwait(false)) return;
            if (row is null && await writer.AddAsync(Of(fact, key), cancellation).ConfigureAwait(false)) return;
        }
    }

    /// <summary>In the place of a row that was read.</summary>
    /// <returns>False where somebody else was quicker.</returns>
    public Task<bool> PutAsync(TableEntity fact, ProjectRow inPlaceOf, CancellationToken cancellation) => writer.ReplaceAsync(Of(fact, inPlaceOf.Key), inPlaceOf.Tag, cancellation);

    /// <summary>Takes away the tombstones of a takedown, and nothing else.</summary>
    public async Task RemoveAsync(TableEntity fact, CancellationToken cancellation)
    {
        foreach (var key in TakedownFacts.Keys(fact))
        {
            if (await rows.FindAsync(key.Key, cancellation).ConfigureAwait(false) is not { Kind: RowKind.TakenDown } row || row.Fact != fact.RowKey) continue;
            await tables.Projects.DeleteEntityAsync(key.Key.Partition, key.Key.Row, row.Tag, cancellation).ConfigureAwait(false);
        }
    }

    private static ProjectRow Of(TableEntity fact, ProjectKey key)
    {
        var takedown = TakedownFacts.Read(fact);
        return new ProjectRow { Key = key, Kind = RowKind.TakenDown, CreatedAt = takedown.At, Origin = ChangeOrigin.ByHand(takedown.By, false, takedown.At, takedown.Reason), Fact = fact.RowKey };
    }
}
