using Azure.Data.Tables;
using Azure.Storage.Blobs;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>The register: who is doing what, where, with its whole history. Everything that changes a project comes through here.</summary>
internal sealed class Register
{
    public Register(TableServiceClient tables, BlobServiceClient blobs, StorageNames names, TimeProvider clock)
    {
        Log = new ChangeLog(tables, names);
    }

    public ChangeLog Log { get; }

    /// <summary>A project by its present or a former reference; null where there is none.</summary>
    public Task<StoredProject?> GetAsync(PartnerId partner, ProjectReference reference, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>The projects that are there, withdrawn ones too; keys without one are left out.</summary>
    public Task<IReadOnlyDictionary<ProjectKey, StoredProject>> GetManyAsync(IReadOnlyCollection<ProjectKey> keys, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>All projects, withdrawn ones too, in key order.</summary>
    public IAsyncEnumerable<StoredProject> ScanAsync(CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>All projects of one partner, withdrawn ones too, in key order.</summary>
    public IAsyncEnumerable<StoredProject> ScanAsync(PartnerId partner, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Merges a part of an upload; run again after a crash, it ends with the same register and says the same.</summary>
    public Task<MergeResult> MergeAsync(MergeRequest request, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Enters or changes one project by hand; a withdrawn one is revived.</summary>
    /// <param name="ifMatch">The <see cref="StoredProject.ETag"/> that must stand, <c>*</c> for any, null for no condition.</param>
    /// <param name="onlyNew">True: refuse with a conflict where the project is there already (If-None-Match: *).</param>
    public Task<ChangeResult> PutAsync(Project project, ChangeOrigin origin, string? ifMatch, bool onlyNew, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Withdraws a project; its history stays.</summary>
    public Task<ChangeResult> WithdrawAsync(PartnerId partner, ProjectReference reference, ChangeOrigin origin, string? ifMatch, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Gives a project another reference; its history follows, and the former reference leads to it from then on.</summary>
    public Task<ChangeResult> RenameAsync(PartnerId partner, ProjectReference from, ProjectReference to, ChangeOrigin origin, string? ifMatch, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Former references of a partner's projects.</summary>
    public Task<RenamedReferences> RenamedAsync(PartnerId partner, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Removes a project, its history and its payloads for good; keeps the fact, and blocks the reference until that is lifted.</summary>
    public Task<TakedownResult> TakeDownAsync(PartnerId partner, ProjectReference reference, string by, DateTimeOffset at, string? reason, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Allows a reference again; null where it was not blocked. The fact stays.</summary>
    public Task<Takedown?> LiftTakedownAsync(PartnerId partner, ProjectReference reference, string by, DateTimeOffset at, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>What was taken down of a partner's projects, lifted ones too.</summary>
    public IAsyncEnumerable<Takedown> TakedownsAsync(PartnerId partner, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>The versions of a project, newest first; null where there is no such project.</summary>
    /// <param name="before">Only versions below this one; null for the newest.</param>
    /// <param name="limit">1 to 100.</param>
    public Task<HistoryPage?> HistoryAsync(PartnerId partner, ProjectReference reference, int? before, int limit, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Takes an upload back, or says what stands in the way.</summary>
    public Task<TakeBackResult> TakeBackAsync(TakeBackRequest request, CancellationToken cancellation) => throw new NotImplementedException();

    /// <summary>Finishes what a crash left: log entries, renames and takedowns that were begun before <paramref name="olderThan"/>.</summary>
    /// <returns>How many were finished.</returns>
    public Task<int> SweepAsync(DateTimeOffset olderThan, CancellationToken cancellation) => throw new NotImplementedException();
}
