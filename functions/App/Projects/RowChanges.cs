using System.Collections.Concurrent;

namespace ParisPact.Functions.Projects;

/// <summary>Changes one project: notes the intent, writes, logs, removes the note.</summary>
internal sealed class RowChanges(RowWriter writer, ProjectRows rows, Intents intents, ChangeLog log)
{
    /// <returns>False where somebody else was quicker.</returns>
    public async Task<bool> WriteAsync(PlannedWrite write, CancellationToken cancellation)
    {
        var intent = await intents.BeginAsync([write.New.Changed], cancellation).ConfigureAwait(false);
        var written = new ConcurrentBag<ChangedKey>();
        var manifest = await rows.ManifestAsync(write.New.Key.Partition, cancellation).ConfigureAwait(false);
        var done = await writer.WriteAsync(write.New.Key.Partition, [write], manifest, written, cancellation).ConfigureAwait(false)
            || await IsOursAsync(write.New, cancellation).ConfigureAwait(false);
        // Also where somebody else seems to have been quicker: this very write may have been done and changed again before we looked.
        await log.AppendAsync([write.New.Changed], cancellation).ConfigureAwait(false);
        await intents.EndAsync(intent, cancellation).ConfigureAwait(false);
        return done;
    }

    /// <summary>Whether what was quicker is this very write, whose answer was lost and which the client then sent again.</summary>
    private async Task<bool> IsOursAsync(ProjectRow said, CancellationToken cancellation) =>
        await rows.FindAsync(said.Key, cancellation).ConfigureAwait(false) is { Kind: RowKind.Project } there
        && there.Version == said.Version
        && there.Withdrawn == said.Withdrawn
        && there.CreatedAt == said.CreatedAt
        && there.Origin == said.Origin
        && there.Hash.AsSpan().SequenceEqual(said.Hash);
}
