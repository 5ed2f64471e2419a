using System.Collections.Immutable;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>Changes of one project by hand: what a person says now counts, whatever the times of files are.</summary>
internal sealed class ByHand(Payloads payloads, RowChanges changes, Renaming renaming)
{
    private static readonly ImmutableArray<FieldChange> Withdrawal = [new FieldChange("withdrawn", "no", "yes")];

    public async Task<ChangeResult> PutAsync(Project project, ChangeOrigin origin, string? ifMatch, bool onlyNew, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await renaming.FollowAsync(ProjectKey.Of(project.Partner, project.Reference), cancellation).ConfigureAwait(false);
            switch (row)
            {
                case { Kind: RowKind.TakenDown }:
                    return new ChangeResult.TakenDown(Takedowns.FactOf(row));
                case null when ifMatch is not null:
                    return new ChangeResult.Conflict(null);
                case null:
                    var first = New(project, origin);
                    if (await changes.WriteAsync(new PlannedWrite(null, first), cancellation).ConfigureAwait(false)) return new ChangeResult.Created(Stored(first, project));
                    continue;
            }

            var stored = await payloads.StoredAsync(row, cancellation).ConfigureAwait(false);
            // Under a former reference the project keeps its present one.
            var said = stored.Key == ProjectKey.Of(project.Partner, project.Reference) ? project : project with { Reference = stored.Project.Reference };
            var differences = Differences.Between(stored.Project, said);
            if (row.Withdrawn) differences = differences.Add(new FieldChange("withdrawn", "yes", "no"));
            if (!Holds(stored, ifMatch, onlyNew)) return differences.IsEmpty && IsDone(row, origin, ifMatch) ? new ChangeResult.Unchanged(stored) : new ChangeResult.Conflict(stored);
            if (differences.IsEmpty) return new ChangeResult.Unchanged(stored);
            var next = New(said, After(origin, row)) with { Key = row.Key, Version = row.Version + 1, CreatedAt = row.CreatedAt, Former = row.Former, Changes = PackedProject.Of(differences) };
            if (await changes.WriteAsync(new PlannedWrite(row, next), cancellation).ConfigureAwait(false)) return new ChangeResult.Updated(Stored(next, said), differences);
        }
    }

    public async Task<ChangeResult> WithdrawAsync(PartnerId partner, ProjectReference reference, ChangeOrigin origin, string? ifMatch, CancellationToken cancellation)
    {
        while (true)
        {
            var row = await renaming.FollowAsync(ProjectKey.Of(partner, reference), cancellation).ConfigureAwait(false);
            if (row is null) return new ChangeResult.NotFound();
            if (row.Kind == RowKind.TakenDown) return new ChangeResult.TakenDown(Takedowns.FactOf(row));
            var stored = await payloads.StoredAsync(row, cancellation).ConfigureAwait(false);
            if (!Holds(stored, ifMatch, onlyNew: false)) return row.Withdrawn && IsDone(row, origin, ifMatch) ? new ChangeResult.Unchanged(stored) : new ChangeResult.Conflict(stored);
            if (row.Withdrawn) return new ChangeResult.Unchanged(stored);
            var next = row.Next(After(origin, row)) with { Withdrawn = true, Changes = PackedProject.Of(Withdrawal) };
            if (await changes.WriteAsync(new PlannedWrite(row, next), cancellation).ConfigureAwait(false)) return new ChangeResult.Updated(Stored(next, stored.Project), Withdrawal);
        }
    }

    /// <summary>What stands against a change, before it is known what it says: a conflict or a takedown; null where nothing does.</summary>
    public async Task<ChangeResult?> ObstacleAsync(PartnerId partner, ProjectReference reference, string? ifMatch, bool onlyNew, CancellationToken cancellation)
    {
        var row = await renaming.FollowAsync(ProjectKey.Of(partner, reference), cancellation).ConfigureAwait(false);
        if (row is null) return ifMatch is null ? null : new ChangeResult.Conflict(null);
        if (row.Kind == RowKind.TakenDown) return new ChangeResult.TakenDown(Takedowns.FactOf(row));
        var stored = await payloads.StoredAsync(row, cancellation).ConfigureAwait(false);
        return Holds(stored, ifMatch, onlyNew) ? null : new ChangeResult.Conflict(stored);
    }

    private static bool Holds(StoredProject stored, string? ifMatch, bool onlyNew) => !onlyNew && (ifMatch is null or "*" || ifMatch == stored.ETag);

    /// <summary>
    /// Whether the same person has already made, upon the version that is named, the change that stands: they send it again because no answer
    /// came, and RFC 9110 13.1.1 lets it pass. Nobody else's word is overwritten by that.
    /// </summary>
    private static bool IsDone(ProjectRow row, ChangeOrigin origin, string? ifMatch) =>
        row.Origin.Upload is null && row.Origin.Reverts is null && row.Origin.By == origin.By
        && (ifMatch is null ? row.Version == 1 : ifMatch == (row with { Version = row.Version - 1 }).HttpTag);

    /// <summary>A file's time may lie ahead of our clock; what is said by hand afterwards must not count as older than that file.</summary>
    public static ChangeOrigin After(ChangeOrigin origin, ProjectRow row) =>
        row.Origin.FileTime > origin.FileTime ? origin with { FileTime = row.Origin.FileTime } : origin;

    public static StoredProject Stored(ProjectRow row, Project project) =>
        new(row.Key, project, row.Version, row.Withdrawn, row.CreatedAt, row.Origin, row.Sheet, row.Line, row.HttpTag);

    private static ProjectRow New(Project project, ChangeOrigin origin) => new()
    {
        Key = ProjectKey.Of(project.Partner, project.Reference),
        Version = 1,
        CreatedAt = origin.At,
        Origin = origin,
        Hash = PackedProject.HashOf(project),
        Payload = PackedProject.Of(project),
    };
}
