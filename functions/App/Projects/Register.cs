using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>The register: who is doing what, where, with its whole history. Everything that changes a project comes through here.</summary>
internal sealed class Register
{
    private readonly RegisterTables _tables;
    private readonly ProjectRows _rows;
    private readonly Payloads _payloads;
    private readonly Intents _intents;
    private readonly Renaming _renaming;
    private readonly Merging _merging;
    private readonly ByHand _byHand;
    private readonly Takedowns _takedowns;
    private readonly TakingBack _takingBack;
    private readonly Histories _histories;

    public Register(TableServiceClient tables, BlobServiceClient blobs, StorageNames names, TimeProvider clock)
    {
        Log = new ChangeLog(tables, names);
        _tables = new RegisterTables(tables, blobs, names);
        _rows = new ProjectRows(_tables);
        _payloads = new Payloads(_tables);
        _intents = new Intents(_tables, clock);
        var versions = new VersionRows(_tables);
        var writer = new RowWriter(_tables, _rows, _payloads);
        var changes = new RowChanges(writer, _rows, _intents, Log);
        _renaming = new Renaming(_tables, _rows, _payloads, writer, changes, _intents, Log);
        _merging = new Merging(_rows, versions, _payloads, writer, _intents, Log, _renaming);
        _byHand = new ByHand(_payloads, changes, _renaming);
        _takedowns = new Takedowns(_tables, new TakedownFacts(_tables), new Tombstones(_tables, _rows, writer), versions, _payloads, _renaming, Log);
        _takingBack = new TakingBack(_rows, versions, _payloads, writer, _intents, Log, _renaming);
        _histories = new Histories(_renaming, versions, _payloads);
    }

    public ChangeLog Log { get; }

    /// <summary>A project by its present or a former reference; null where there is none.</summary>
    public async Task<StoredProject?> GetAsync(PartnerId partner, ProjectReference reference, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        var row = await _rows.FollowAsync(ProjectKey.Of(partner, reference), cancellation).ConfigureAwait(false);
        return row is { Kind: RowKind.Project } ? await _payloads.StoredAsync(row, cancellation).ConfigureAwait(false) : null;
    }

    /// <summary>The projects that are there, withdrawn ones too; keys without one are left out.</summary>
    public async Task<IReadOnlyDictionary<ProjectKey, StoredProject>> GetManyAsync(IReadOnlyCollection<ProjectKey> keys, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        var found = new Dictionary<ProjectKey, StoredProject>();
        foreach (var (key, row) in await _rows.FindManyAsync(keys, cancellation).ConfigureAwait(false))
            if (row.Kind == RowKind.Project) found[key] = await _payloads.StoredAsync(row, cancellation).ConfigureAwait(false);
        return found;
    }

    /// <summary>Where the project of a key is now: another key where it was given another reference; null where it is no more.</summary>
    public async Task<ProjectKey?> WhereAsync(ProjectKey key, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _rows.FollowAsync(key, cancellation).ConfigureAwait(false) is { Kind: RowKind.Project } row ? row.Key : null;
    }

    /// <summary>All projects, withdrawn ones too, in key order.</summary>
    public async IAsyncEnumerable<StoredProject> ScanAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        await foreach (var row in _rows.ScanAsync(null, cancellation).ConfigureAwait(false)) yield return await _payloads.StoredAsync(row, cancellation).ConfigureAwait(false);
    }

    /// <summary>All projects of one partner, withdrawn ones too, in key order.</summary>
    public async IAsyncEnumerable<StoredProject> ScanAsync(PartnerId partner, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        await foreach (var row in _rows.ScanAsync(partner, cancellation).ConfigureAwait(false)) yield return await _payloads.StoredAsync(row, cancellation).ConfigureAwait(false);
    }

    /// <summary>What stands of a partner's projects now, for reading a file that was first seen at a time.</summary>
    public async Task<Standing> StandingAsync(PartnerId partner, DateTimeOffset begun, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        string[] partitions = [.. Enumerable.Range(0, ProjectKey.Buckets).Select(bucket => ProjectKey.PartitionOf(partner, bucket))];
        return new Standing(await _rows.ManifestsAsync(partitions, cancellation).ConfigureAwait(false), begun);
    }

    /// <summary>Merges a part of an upload; run again after a crash, it ends with the same register and says the same.</summary>
    public async Task<MergeResult> MergeAsync(MergeRequest request, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _merging.RunAsync(request, cancellation).ConfigureAwait(false);
    }

    /// <summary>Enters or changes one project by hand; a withdrawn one is revived.</summary>
    /// <param name="ifMatch">The <see cref="StoredProject.ETag"/> that must stand, <c>*</c> for any, null for no condition.</param>
    /// <param name="onlyNew">True: refuse with a conflict where the project is there already (If-None-Match: *).</param>
    public async Task<ChangeResult> PutAsync(Project project, ChangeOrigin origin, string? ifMatch, bool onlyNew, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _byHand.PutAsync(project, origin, ifMatch, onlyNew, cancellation).ConfigureAwait(false);
    }

    /// <summary>What stands against entering or changing a project, whatever is to be said of it: a conflict or a takedown; null where nothing does.</summary>
    public async Task<ChangeResult?> ObstacleAsync(PartnerId partner, ProjectReference reference, string? ifMatch, bool onlyNew, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _byHand.ObstacleAsync(partner, reference, ifMatch, onlyNew, cancellation).ConfigureAwait(false);
    }

    /// <summary>Withdraws a project; its history stays.</summary>
    public async Task<ChangeResult> WithdrawAsync(PartnerId partner, ProjectReference reference, ChangeOrigin origin, string? ifMatch, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _byHand.WithdrawAsync(partner, reference, origin, ifMatch, cancellation).ConfigureAwait(false);
    }

    /// <summary>Gives a project another reference; its history follows, and the former reference leads to it from then on.</summary>
    public async Task<ChangeResult> RenameAsync(PartnerId partner, ProjectReference from, ProjectReference to, ChangeOrigin origin, string? ifMatch, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _renaming.RenameAsync(partner, from, to, origin, ifMatch, cancellation).ConfigureAwait(false);
    }

    /// <summary>Former references of a partner's projects.</summary>
    public async Task<RenamedReferences> RenamedAsync(PartnerId partner, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _renaming.OfPartnerAsync(partner, cancellation).ConfigureAwait(false);
    }

    /// <summary>Removes a project, its history and its payloads for good; keeps the fact, and blocks the reference until that is lifted.</summary>
    public async Task<TakedownResult> TakeDownAsync(PartnerId partner, ProjectReference reference, string by, DateTimeOffset at, string? reason, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _takedowns.TakeDownAsync(partner, reference, by, at, reason, cancellation).ConfigureAwait(false);
    }

    /// <summary>Allows a reference again; null where it was not blocked. The fact stays.</summary>
    public async Task<Takedown?> LiftTakedownAsync(PartnerId partner, ProjectReference reference, string by, DateTimeOffset at, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _takedowns.LiftAsync(partner, reference, by, at, cancellation).ConfigureAwait(false);
    }

    /// <summary>The takedown that blocks a reference; null where none does.</summary>
    public async Task<Takedown?> BlockingAsync(PartnerId partner, ProjectReference reference, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _takedowns.BlockingAsync(partner, reference, cancellation).ConfigureAwait(false);
    }

    /// <summary>What was taken down of a partner's projects, lifted ones too; of one project the oldest first.</summary>
    public async IAsyncEnumerable<Takedown> TakedownsAsync(PartnerId partner, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        await foreach (var fact in _takedowns.OfPartnerAsync(partner, cancellation).ConfigureAwait(false)) yield return fact;
    }

    /// <summary>The versions of a project, newest first; null where there is no such project.</summary>
    /// <param name="before">Only versions below this one; null for the newest.</param>
    /// <param name="limit">1 to 100.</param>
    public async Task<HistoryPage?> HistoryAsync(PartnerId partner, ProjectReference reference, int? before, int limit, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _histories.ReadAsync(partner, reference, before, limit, cancellation).ConfigureAwait(false);
    }

    /// <summary>Takes an upload back, or says what stands in the way.</summary>
    public async Task<TakeBackResult> TakeBackAsync(TakeBackRequest request, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        return await _takingBack.RunAsync(request, cancellation).ConfigureAwait(false);
    }

    /// <summary>Finishes what a crash left: log entries, renames and takedowns that were begun before <paramref name="olderThan"/>.</summary>
    /// <returns>How many were finished.</returns>
    public async Task<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancellation)
    {
        await _tables.ReadyAsync().ConfigureAwait(false);
        var finished = await _takedowns.SweepAsync(olderThan, cancellation).ConfigureAwait(false);
        foreach (var intent in await _intents.OlderThanAsync(olderThan, cancellation).ConfigureAwait(false))
        {
            foreach (var changed in intent.Keys) await _renaming.CompleteAsync(changed.Key, cancellation).ConfigureAwait(false);
            await Log.AppendAsync([.. intent.Keys], cancellation).ConfigureAwait(false);
            await _intents.EndAsync([intent.Row], cancellation).ConfigureAwait(false);
            finished++;
        }

        return finished;
    }
}
