using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>
/// Removes projects for good. The fact is written first, and says which rows to remove by their hashes; a tombstone then takes the place of the
/// project and of its former references, and blocks them; versions and payloads go last. What a crash leaves is finished by the sweep, which
/// also looks a second time, for what a change in flight may have written after the first. Whatever is written is written on the condition
/// that nobody changed it meanwhile, so that finishing a takedown never undoes that it was lifted, nor what was entered since.
/// </summary>
internal sealed class Takedowns(RegisterTables tables, TakedownFacts facts, Tombstones tombstones, VersionRows versions, Payloads payloads, Renaming renaming, ChangeLog log)
{
    public async Task<TakedownResult> TakeDownAsync(PartnerId partner, ProjectReference reference, string by, DateTimeOffset at, string? reason, CancellationToken cancellation)
    {
        var row = await renaming.FollowAsync(ProjectKey.Of(partner, reference), cancellation).ConfigureAwait(false);
        if (row is null) return new TakedownResult.NotFound();
        if (row.Kind == RowKind.TakenDown)
        {
            if (await facts.FindAsync(partner.Value, row.Fact, cancellation).ConfigureAwait(false) is not { } before) return new TakedownResult.Already(FactOf(row) with { Rows = [row.Key.Row] });
            await FinishAsync(before, cancellation).ConfigureAwait(false);
            return new TakedownResult.Already(TakedownFacts.Read(before));
        }

        var fact = await facts.AddAsync(row, by, at, reason, cancellation).ConfigureAwait(false);
        await FinishAsync(fact, cancellation).ConfigureAwait(false);
        if (await renaming.FollowAsync(row.Key, cancellation).ConfigureAwait(false) is { Kind: RowKind.TakenDown } stands && stands.Fact != fact.RowKey
            && await facts.FindAsync(partner.Value, stands.Fact, cancellation).ConfigureAwait(false) is { } quicker)
        {
            // Somebody else took it down in the same moment: one takedown has one fact, or lifting it would leave the other.
            await facts.RemoveAsync(fact, cancellation).ConfigureAwait(false);
            return new TakedownResult.Already(TakedownFacts.Read(quicker));
        }

        return new TakedownResult.Done(TakedownFacts.Read(fact));
    }

    /// <summary>Allows the reference, and the former ones of the same project, again.</summary>
    public async Task<Takedown?> LiftAsync(PartnerId partner, ProjectReference reference, string by, DateTimeOffset at, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await renaming.FollowAsync(ProjectKey.Of(partner, reference), cancellation).ConfigureAwait(false);
            if (row is not { Kind: RowKind.TakenDown } || await facts.FindAsync(partner.Value, row.Fact, cancellation).ConfigureAwait(false) is not { } fact) return null;
            // Whatever a crash left goes before the tombstone does.
            await FinishAsync(fact, cancellation).ConfigureAwait(false);
            fact["LiftedBy"] = by;
            fact["LiftedAt"] = at;
            fact["Done"] = false;
            if (!await facts.SaveAsync(fact, cancellation).ConfigureAwait(false)) continue;
            await tombstones.RemoveAsync(fact, cancellation).ConfigureAwait(false);
            fact["Done"] = true;
            await facts.SaveAsync(fact, cancellation).ConfigureAwait(false);
            return TakedownFacts.Read(fact);
        }
    }

    public async IAsyncEnumerable<Takedown> OfPartnerAsync(PartnerId partner, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var fact in facts.OfPartnerAsync(partner, cancellation).ConfigureAwait(false)) yield return TakedownFacts.Read(fact);
    }

    /// <summary>Finishes what was begun with takedowns before a time, lifting them too, and looks a second time at those that were finished.</summary>
    public async Task<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancellation)
    {
        var finished = 0;
        await foreach (var fact in facts.OpenAsync(olderThan, cancellation).ConfigureAwait(false))
        {
            if (TakedownFacts.Read(fact).LiftedAt is null) await FinishAsync(fact, cancellation).ConfigureAwait(false);
            else await tombstones.RemoveAsync(fact, cancellation).ConfigureAwait(false);
            fact["Done"] = true;
            // A fact that somebody changed is looked at again by the next sweep; one that was lifted meanwhile must block nothing.
            if (await facts.SaveAsync(fact, cancellation).ConfigureAwait(false)) finished++;
            else if (!await facts.StandsAsync(fact, cancellation).ConfigureAwait(false)) await tombstones.RemoveAsync(fact, cancellation).ConfigureAwait(false);
        }

        return finished;
    }

    /// <summary>The takedown that blocks a reference; null where none does.</summary>
    public async Task<Takedown?> BlockingAsync(PartnerId partner, ProjectReference reference, CancellationToken cancellation) =>
        await renaming.FollowAsync(ProjectKey.Of(partner, reference), cancellation).ConfigureAwait(false) is { Kind: RowKind.TakenDown } row ? FactOf(row) : null;

    public static Takedown FactOf(ProjectRow tombstone) => new(tombstone.Key, tombstone.Origin.By, tombstone.Origin.At, tombstone.Origin.Reason);

    private async Task FinishAsync(TableEntity fact, CancellationToken cancellation)
    {
        if (!await BlockAsync(fact, cancellation).ConfigureAwait(false)) return;
        var keys = TakedownFacts.Keys(fact);
        foreach (var key in keys) await tombstones.BlockFormerAsync(fact, key.Key, cancellation).ConfigureAwait(false);
        foreach (var key in keys)
        {
            // Asked before each: from the moment of a lift on, what lies here may be another project's.
            if (!await facts.StandsAsync(fact, cancellation).ConfigureAwait(false)) return;
            await tables.Aliases.DeleteEntityAsync(fact.PartitionKey, key.Key.Row, cancellationToken: cancellation).ConfigureAwait(false);
            if (!await facts.StandsAsync(fact, cancellation).ConfigureAwait(false)) return;
            await versions.RemoveAsync(key.Key, key.Until, cancellation).ConfigureAwait(false);
            if (!await facts.StandsAsync(fact, cancellation).ConfigureAwait(false)) return;
            await payloads.RemoveAsync(key.Key, cancellation).ConfigureAwait(false);
        }

        await log.AppendAsync([.. keys.Select(static key => new ChangedKey(key.Key, 0))], cancellation).ConfigureAwait(false);
    }

    /// <summary>
    /// Puts the tombstone in the place of the project itself, on the condition that nobody was quicker: a rename may have brought it to
    /// another key, which the fact must name too, and an upload may have changed it.
    /// </summary>
    /// <returns>False where the takedown was lifted meanwhile.</returns>
    private async Task<bool> BlockAsync(TableEntity fact, CancellationToken cancellation)
    {
        do
        {
            if (await renaming.FollowAsync(TakedownFacts.Read(fact).Key, cancellation).ConfigureAwait(false) is not { Kind: RowKind.Project } row)
                return await facts.StandsAsync(fact, cancellation).ConfigureAwait(false);
            var history = await versions.RangeAsync(row, 1, row.Version - 1, cancellation).ConfigureAwait(false);
            TakedownFacts.Name(fact, row, history.Append(row).Select(static version => version.Origin.Upload).OfType<string>().Distinct());
            // Only as long as the fact is what was read: a project that stands here after the takedown was lifted is another one.
            if (await facts.SaveAsync(fact, cancellation).ConfigureAwait(false) && await tombstones.PutAsync(fact, row, cancellation).ConfigureAwait(false)) return true;
        }
        while (await facts.StandsAsync(fact, cancellation).ConfigureAwait(false));
        return false;
    }
}
