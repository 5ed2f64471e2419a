using System.Diagnostics.CodeAnalysis;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>
/// The projection that look-ups are answered from: started from the snapshot or from the register, and brought up to the head of the change
/// log before every answer, so that an answer holds everything that was acknowledged before it was asked for.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose of.")]
internal sealed class ProjectLookup(Register register, SnapshotStore snapshots, RateBook rates)
{
    /// <summary>So many projects are read by their keys; where more have changed, reading the register through is quicker.</summary>
    private const int FewChanges = 2_000;

    private const int ScanPart = 4_096;

    private readonly SemaphoreSlim _advancing = new(1);
    private Projection? _current;
    private long _started;
    private long _finished;
    private long _savedPosition = -1;

    /// <summary>The register as it stands now.</summary>
    public async Task<Projection> CurrentAsync(CancellationToken cancellation)
    {
        var asked = Interlocked.Read(ref _started);
        await _advancing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            // Whatever began after the question was asked has seen all that the answer must hold.
            if (_finished > asked) return _current!;
            var number = Interlocked.Increment(ref _started);
            _current = await AdvanceAsync(cancellation).ConfigureAwait(false);
            _finished = number;
            return _current;
        }
        finally
        {
            _advancing.Release();
        }
    }

    /// <summary>Saves the projection for the next start, where it has changed since the last time.</summary>
    public async Task SaveAsync(CancellationToken cancellation)
    {
        var current = await CurrentAsync(cancellation).ConfigureAwait(false);
        if (current.Position == Interlocked.Read(ref _savedPosition)) return;
        await snapshots.SaveAsync(current.Compact(), mustReplace: false, cancellation).ConfigureAwait(false);
        Interlocked.Exchange(ref _savedPosition, current.Position);
    }

    /// <summary>Makes the projection anew from the register, whatever the snapshot says, and saves it.</summary>
    /// <returns>How many projects are in it.</returns>
    public async Task<int> RebuildAsync(CancellationToken cancellation)
    {
        await _advancing.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var number = Interlocked.Increment(ref _started);
            _current = await StartAgainAsync(cancellation).ConfigureAwait(false);
            _finished = number;
            return _current.Count;
        }
        finally
        {
            _advancing.Release();
        }
    }

    private async Task<Projection> AdvanceAsync(CancellationToken cancellation)
    {
        var (known, version) = await rates.CurrentAsync(cancellation).ConfigureAwait(false);
        var current = _current ?? await snapshots.LoadAsync(known, version, cancellation).ConfigureAwait(false);
        if (current is null) return await StartAgainAsync(cancellation).ConfigureAwait(false);
        if (current.RatesVersion != version) current = current.With(known, version);

        var (changed, position) = (new Dictionary<ProjectKey, int>(), current.Position);
        await foreach (var entry in register.Log.ReadAfterAsync(position, cancellation).ConfigureAwait(false))
        {
            foreach (var key in entry.Keys) changed[key.Key] = key.Version == 0 ? 0 : Math.Max(key.Version, changed.GetValueOrDefault(key.Key));
            position = entry.Position;
        }

        if (position == current.Position) return current;
        if (changed.Count > FewChanges && changed.Count > current.Count / 4) return await StartAgainAsync(cancellation).ConfigureAwait(false);
        return await ApplyAsync(current, changed, position, cancellation).ConfigureAwait(false);
    }

    private async Task<Projection> ApplyAsync(Projection current, Dictionary<ProjectKey, int> changed, long position, CancellationToken cancellation)
    {
        var unseen = changed.Where(change => change.Value == 0 || current.VersionOf(change.Key) is not { } known || known < change.Value).Select(static change => change.Key).ToList();
        var there = await register.GetManyAsync(unseen, cancellation).ConfigureAwait(false);
        var gone = unseen.Where(key => !there.ContainsKey(key) && current.VersionOf(key) is not null).ToList();
        var next = current.After([.. there.Values.Select(ProjectEntry.Of)], gone, position);
        // What was taken down may be kept nowhere: not in the names of values, not in the snapshot.
        return gone.Count == 0 ? next : await ReplaceSnapshotAsync(next.Compact(), cancellation).ConfigureAwait(false);
    }

    private async Task<Projection> StartAgainAsync(CancellationToken cancellation) =>
        await ReplaceSnapshotAsync(await ScanAsync(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    private async Task<Projection> ReplaceSnapshotAsync(Projection compact, CancellationToken cancellation)
    {
        await snapshots.SaveAsync(compact, mustReplace: true, cancellation).ConfigureAwait(false);
        Interlocked.Exchange(ref _savedPosition, compact.Position);
        return compact;
    }

    private async Task<Projection> ScanAsync(CancellationToken cancellation)
    {
        var (known, version) = await rates.CurrentAsync(cancellation).ConfigureAwait(false);
        // The head before the scan: what changes while it runs is read again afterwards.
        var position = await register.Log.HeadAsync(cancellation).ConfigureAwait(false);
        var projection = Task.FromResult(Projection.Empty(known, version));
        // A part is worked in while the next one is read.
        await foreach (var part in register.ScanAsync(cancellation).Chunk(ScanPart).WithCancellation(cancellation).ConfigureAwait(false))
        {
            var before = await projection.ConfigureAwait(false);
            projection = Task.Run(() => before.After([.. part.Select(ProjectEntry.Of)], [], position), cancellation);
        }

        return (await projection.ConfigureAwait(false) with { Position = position }).Compact();
    }
}
