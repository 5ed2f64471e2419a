using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Data.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>
/// Removes projects for good. The fact is written first, and says which rows to remove by their hashes; a tombstone then takes the place of the
/// project and of its former references, and blocks them; versions and payloads go last. What a crash leaves is finished by the sweep, which
/// also looks a second time, for what a change in flight may have written after the first.
/// </summary>
internal sealed class Takedowns(RegisterTables tables, VersionRows versions, Payloads payloads, RowWriter writer, Renaming renaming, ChangeLog log)
{
    public async Task<TakedownResult> TakeDownAsync(PartnerId partner, ProjectReference reference, string by, DateTimeOffset at, string? reason, CancellationToken cancellation)
    {
        var row = await renaming.FollowAsync(ProjectKey.Of(partner, reference), cancellation).ConfigureAwait(false);
        if (row is null) return new TakedownResult.NotFound();
        if (row.Kind == RowKind.TakenDown)
        {
            if (await FindAsync(partner, row, cancellation).ConfigureAwait(false) is not { } before) return new TakedownResult.Already(FactOf(row) with { Rows = [row.Key.Row] });
            await FinishAsync(before, cancellation).ConfigureAwait(false);
            return new TakedownResult.Already(Read(before));
        }

        var fact = new TableEntity(partner.Value, string.Create(CultureInfo.InvariantCulture, $"{row.Key.Row}-{at.UtcTicks:0000000000000000000}"))
        {
            ["By"] = by,
            ["At"] = at,
            ["Project"] = $"{row.Key.Partition} {row.Key.Row}",
            ["Rows"] = FormerKey.TextOf([new FormerKey(row.Key, row.Version), .. row.Former]),
            ["Done"] = false,
        };
        if (reason is not null) fact["Reason"] = reason;
        await tables.Takedowns.UpsertEntityAsync(fact, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
        await FinishAsync(fact, cancellation).ConfigureAwait(false);
        return new TakedownResult.Done(Read(fact));
    }

    /// <summary>Allows the reference, and the former ones of the same project, again.</summary>
    public async Task<Takedown?> LiftAsync(PartnerId partner, ProjectReference reference, string by, DateTimeOffset at, CancellationToken cancellation)
    {
        var row = await renaming.FollowAsync(ProjectKey.Of(partner, reference), cancellation).ConfigureAwait(false);
        if (row is not { Kind: RowKind.TakenDown } || await FindAsync(partner, row, cancellation).ConfigureAwait(false) is not { } fact) return null;
        // Whatever a crash left goes before the tombstone does.
        await FinishAsync(fact, cancellation).ConfigureAwait(false);
        fact["LiftedBy"] = by;
        fact["LiftedAt"] = at;
        fact["Done"] = true;
        await tables.Takedowns.UpsertEntityAsync(fact, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
        foreach (var key in Keys(fact))
            await tables.Projects.DeleteEntityAsync(key.Key.Partition, key.Key.Row, cancellationToken: cancellation).ConfigureAwait(false);
        return Read(fact);
    }

    public async IAsyncEnumerable<Takedown> OfPartnerAsync(PartnerId partner, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partner.Value}");
        await foreach (var fact in tables.Takedowns.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false)) yield return Read(fact);
    }

    /// <summary>Finishes takedowns that were begun before a time, and looks a second time at those that were finished.</summary>
    public async Task<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancellation)
    {
        var finished = 0;
        await foreach (var fact in tables.Takedowns.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Done eq {false} and At lt {olderThan}"), cancellationToken: cancellation).ConfigureAwait(false))
        {
            await FinishAsync(fact, cancellation).ConfigureAwait(false);
            fact["Done"] = true;
            await tables.Takedowns.UpsertEntityAsync(fact, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            finished++;
        }

        return finished;
    }

    public static Takedown FactOf(ProjectRow tombstone) => new(tombstone.Key, tombstone.Origin.By, tombstone.Origin.At, tombstone.Origin.Reason);

    private async Task FinishAsync(TableEntity fact, CancellationToken cancellation)
    {
        await BlockAsync(fact, cancellation).ConfigureAwait(false);
        var keys = Keys(fact);
        foreach (var key in keys)
            await writer.PutAsync(Tombstone(fact, key.Key), cancellation).ConfigureAwait(false);

        foreach (var key in keys)
        {
            await tables.Aliases.DeleteEntityAsync(fact.PartitionKey, key.Key.Row, cancellationToken: cancellation).ConfigureAwait(false);
            await versions.RemoveAsync(key.Key, key.Until, cancellation).ConfigureAwait(false);
            await payloads.RemoveAsync(key.Key, cancellation).ConfigureAwait(false);
        }

        await log.AppendAsync([.. keys.Select(static key => new ChangedKey(key.Key, 0))], cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Puts the tombstone in the place of the project itself, on the condition that nobody was quicker: a rename may have brought it to
    /// another key, which the fact must name too, and an upload may have changed it.
    /// </summary>
    private async Task BlockAsync(TableEntity fact, CancellationToken cancellation)
    {
        while (await renaming.FollowAsync(Read(fact).Key, cancellation).ConfigureAwait(false) is { Kind: RowKind.Project } row)
        {
            var history = await versions.RangeAsync(row, 1, row.Version - 1, cancellation).ConfigureAwait(false);
            TableBytes.Put(fact, "Uploads", Encoding.UTF8.GetBytes(string.Join('\n', history.Append(row).Select(static version => version.Origin.Upload).OfType<string>().Distinct())));
            fact["Rows"] = FormerKey.TextOf([new FormerKey(row.Key, row.Version), .. row.Former]);
            await tables.Takedowns.UpsertEntityAsync(fact, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            // Else it was changed, renamed or taken down meanwhile: look again.
            if (await writer.ReplaceAsync(Tombstone(fact, row.Key), row.Tag, cancellation).ConfigureAwait(false)) return;
        }
    }

    private static ProjectRow Tombstone(TableEntity fact, ProjectKey key)
    {
        var takedown = Read(fact);
        return new ProjectRow { Key = key, Kind = RowKind.TakenDown, CreatedAt = takedown.At, Origin = ChangeOrigin.ByHand(takedown.By, false, takedown.At, takedown.Reason), Fact = fact.RowKey };
    }

    private async Task<TableEntity?> FindAsync(PartnerId partner, ProjectRow tombstone, CancellationToken cancellation)
    {
        var found = await tables.Takedowns.GetEntityIfExistsAsync<TableEntity>(partner.Value, tombstone.Fact, cancellationToken: cancellation).ConfigureAwait(false);
        return found.HasValue ? found.Value : null;
    }

    private static IReadOnlyList<FormerKey> Keys(TableEntity fact) => [.. FormerKey.From(fact.GetString("Rows")).DistinctBy(static key => key.Key)];

    private static Takedown Read(TableEntity fact)
    {
        var words = fact.GetString("Project").Split(' ');
        return new Takedown(
            new ProjectKey(words[0], words[1]),
            fact.GetString("By"),
            fact.GetDateTimeOffset("At") ?? default,
            fact.GetString("Reason"),
            fact.GetString("LiftedBy"),
            fact.GetDateTimeOffset("LiftedAt"))
        {
            Uploads = [.. Encoding.UTF8.GetString(TableBytes.Get(fact, "Uploads")).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            Rows = [.. Keys(fact).Select(static key => key.Key.Row)],
        };
    }
}
