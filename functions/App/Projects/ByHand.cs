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
            if (onlyNew || (ifMatch is not null and not "*" && ifMatch != stored.ETag)) return new ChangeResult.Conflict(stored);
            // Under a former reference the project keeps its present one.
            var said = stored.Key == ProjectKey.Of(project.Partner, project.Reference) ? project : project with { Reference = stored.Project.Reference };
            var differences = Differences.Between(stored.Project, said);
            if (row.Withdrawn) differences = differences.Add(new FieldChange("withdrawn", "yes", "no"));
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
            if (ifMatch is not null and not "*" && ifMatch != stored.ETag) return new ChangeResult.Conflict(stored);
            if (row.Withdrawn) return new ChangeResult.Unchanged(stored);
            var next = row.Next(After(origin, row)) with { Withdrawn = true, Changes = PackedProject.Of(Withdrawal) };
            if (await changes.WriteAsync(new PlannedWrite(row, next), cancellation).ConfigureAwait(false)) return new ChangeResult.Updated(Stored(next, stored.Project), Withdrawal);
        }
    }

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
