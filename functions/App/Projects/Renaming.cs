using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>
/// Gives projects another reference. The new key lies in another partition, so a rename has steps: the row is marked as moving; the project is
/// written under its new key; the old row becomes an alias. Whoever meets a marked row finishes the rename first, so that no change is lost
/// between two keys. History stays where it lies: the row under the new key names its former keys.
/// </summary>
internal sealed class Renaming(RegisterTables tables, ProjectRows rows, Payloads payloads, RowWriter writer, RowChanges changes, Intents intents, ChangeLog log)
{
    /// <summary>As <see cref="ProjectRows.FollowAsync"/>, after finishing a rename that has begun.</summary>
    public async Task<ProjectRow?> FollowAsync(ProjectKey key, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await rows.FollowAsync(key, cancellation).ConfigureAwait(false);
            if (row?.Move is null) return row;
            await CompleteAsync(row.Key, cancellation).ConfigureAwait(false);
        }
    }

    public async Task<ChangeResult> RenameAsync(PartnerId partner, ProjectReference from, ProjectReference to, ChangeOrigin origin, string? ifMatch, CancellationToken cancellation)
    {
        while (true)
        {
            var old = await FollowAsync(ProjectKey.Of(partner, from), cancellation).ConfigureAwait(false);
            if (old is null) return new ChangeResult.NotFound();
            if (old.Kind == RowKind.TakenDown) return new ChangeResult.TakenDown(Takedowns.FactOf(old));
            var stored = await payloads.StoredAsync(old, cancellation).ConfigureAwait(false);
            if (ifMatch is not null and not "*" && ifMatch != stored.ETag) return new ChangeResult.Conflict(stored);
            var key = ProjectKey.Of(partner, to);
            if (key == old.Key && to.AsWritten == stored.Project.Reference.AsWritten) return new ChangeResult.Unchanged(stored);
            if (key == old.Key) return await RespellAsync(old, stored.Project, to, origin, cancellation).ConfigureAwait(false) ?? await RenameAsync(partner, from, to, origin, ifMatch, cancellation).ConfigureAwait(false);
            if (await FollowAsync(key, cancellation).ConfigureAwait(false) is { } target && target.Key != old.Key)
                return target.Kind == RowKind.TakenDown ? new ChangeResult.TakenDown(Takedowns.FactOf(target)) : new ChangeResult.Taken(await payloads.StoredAsync(target, cancellation).ConfigureAwait(false));

            var intent = await intents.BeginAsync([new ChangedKey(key, old.Version + 1), new ChangedKey(old.Key, 0)], cancellation).ConfigureAwait(false);
            var moving = old with { Move = new ProjectMove(to.AsWritten, origin.By, origin.OnBehalf, origin.At, origin.Reason) };
            var done = await writer.ReplaceAsync(moving, old.Tag, cancellation).ConfigureAwait(false) && await CompleteAsync(old.Key, cancellation).ConfigureAwait(false);
            await log.AppendAsync([new ChangedKey(key, old.Version + 1), new ChangedKey(old.Key, 0)], cancellation).ConfigureAwait(false);
            await intents.EndAsync(intent, cancellation).ConfigureAwait(false);
            if (!done || await rows.FindAsync(key, cancellation).ConfigureAwait(false) is not { Kind: RowKind.Project } now) continue;
            return new ChangeResult.Updated(await payloads.StoredAsync(now, cancellation).ConfigureAwait(false), Change(stored.Project.Reference, to));
        }
    }

    /// <summary>Former references of a partner.</summary>
    public async Task<RenamedReferences> OfPartnerAsync(PartnerId partner, CancellationToken cancellation)
    {
        var present = ImmutableDictionary.CreateBuilder<string, ProjectReference>(StringComparer.Ordinal);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partner.Value}");
        await foreach (var entity in tables.Aliases.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
            if (ProjectReference.From(entity.GetString("Reference")) is { } reference) present[entity.RowKey] = reference;
        return new RenamedReferences(partner, present.ToImmutable());
    }

    /// <summary>Finishes a rename that has begun; nothing where none has.</summary>
    /// <returns>False where the new reference has come to be another project's meanwhile: then the project keeps the old one.</returns>
    public async Task<bool> CompleteAsync(ProjectKey key, CancellationToken cancellation)
    {
        while (await rows.FindAsync(key, cancellation).ConfigureAwait(false) is { Kind: RowKind.Project, Move: { } move } old)
        {
            var partner = key.Partner;
            var next = await NextAsync(old, move, ProjectKey.Of(partner, move.To), cancellation).ConfigureAwait(false);
            await tables.Versions.UpsertEntityAsync(ProjectEntity.VersionOf(old), TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            var target = await rows.FindAsync(next.Key, cancellation).ConfigureAwait(false);
            var isThere = target is { Kind: RowKind.Project } && target.Former is [var newest, ..] && newest == new FormerKey(old.Key, old.Version);
            var leadsBack = target is { Kind: RowKind.Alias } && (await rows.FollowAsync(target.Key, cancellation).ConfigureAwait(false))?.Key == old.Key;
            if (target is not null && !isThere && !leadsBack)
            {
                if (!await writer.ReplaceAsync(old with { Move = null }, old.Tag, cancellation).ConfigureAwait(false)) continue;
                return false;
            }

            if (!isThere && !await PutAsync(next, target, cancellation).ConfigureAwait(false)) continue;
            await tables.Aliases.UpsertEntityAsync(new TableEntity(partner.Value, old.Key.Row) { ["Reference"] = move.Reference }, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            await tables.Aliases.DeleteEntityAsync(partner.Value, next.Key.Row, cancellationToken: cancellation).ConfigureAwait(false);
            await writer.ReplaceAsync(new ProjectRow { Key = old.Key, Kind = RowKind.Alias, Version = old.Version, CreatedAt = old.CreatedAt, Origin = move.Origin with { Reason = null }, LeadsTo = next.Key }, old.Tag, cancellation).ConfigureAwait(false);
        }

        return true;
    }

    private async Task<ProjectRow> NextAsync(ProjectRow old, ProjectMove move, ProjectKey key, CancellationToken cancellation)
    {
        var before = await payloads.OpenAsync(old, cancellation).ConfigureAwait(false);
        var project = before with { Reference = move.To };
        // A rename says nothing of the content: what a file brings that is newer than the content counts, though it is older than the rename.
        var newest = (await rows.ManifestAsync(old.Key.Partition, cancellation).ConfigureAwait(false)).Newest(old);
        return old.Next(move.Origin with { FileTime = newest }) with
        {
            Key = key,
            Hash = PackedProject.HashOf(project),
            Payload = PackedProject.Of(project),
            Blob = null,
            Changes = PackedProject.Of(Change(before.Reference, move.To)),
            Former = [new FormerKey(old.Key, old.Version), .. old.Former],
        };
    }

    private async Task<ChangeResult?> RespellAsync(ProjectRow old, Project project, ProjectReference to, ChangeOrigin origin, CancellationToken cancellation)
    {
        var said = project with { Reference = to };
        var next = old.Next(ByHand.After(origin, old)) with { Hash = PackedProject.HashOf(said), Payload = PackedProject.Of(said), Blob = null, Changes = PackedProject.Of(Change(project.Reference, to)) };
        var done = await changes.WriteAsync(new PlannedWrite(old, next), cancellation).ConfigureAwait(false);
        return done ? new ChangeResult.Updated(ByHand.Stored(next, said), Change(project.Reference, to)) : null;
    }

    /// <summary>Writes the project under its new key, in the place of nothing or of an alias that leads back.</summary>
    private async Task<bool> PutAsync(ProjectRow next, ProjectRow? alias, CancellationToken cancellation)
    {
        var kept = await payloads.KeepAsync(next, cancellation).ConfigureAwait(false);
        return alias is not null
            ? await writer.ReplaceAsync(kept, alias.Tag, cancellation).ConfigureAwait(false)
            : await writer.AddAsync(kept, cancellation).ConfigureAwait(false);
    }

    private static ImmutableArray<FieldChange> Change(ProjectReference from, ProjectReference to) =>
        [new FieldChange("reference", FieldWords.Shown(from.AsWritten), FieldWords.Shown(to.AsWritten))];
}
