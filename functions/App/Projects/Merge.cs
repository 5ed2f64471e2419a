using System.Collections.Immutable;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>By whom, when and through which door the register changes: kept with every version.</summary>
/// <param name="Upload">The upload's id; null for a change by hand.</param>
/// <param name="By">Who did it, as the token names them: never a secret.</param>
/// <param name="OnBehalf">True where somebody else than the partner entered it.</param>
/// <param name="At">When the change is made; the same in every run of one activity, so that a second run knows what the first one did.</param>
/// <param name="FileTime">The file's Last-Modified: what an older file says never overwrites what a newer one said. For a change by hand the same as <paramref name="At"/>.</param>
/// <param name="Reason">Why, in the words of who did it: for a withdrawal, a rename, a take-back.</param>
/// <param name="Reverts">The upload that this change takes back; null for every other change.</param>
internal sealed record ChangeOrigin(
    string? Upload,
    string By,
    bool OnBehalf,
    DateTimeOffset At,
    DateTimeOffset FileTime,
    string? Reason = null,
    string? Reverts = null)
{
    /// <summary>A change by hand.</summary>
    public static ChangeOrigin ByHand(string by, bool onBehalf, DateTimeOffset at, string? reason = null) => new(null, by, onBehalf, at, at, reason);
}

/// <summary>A part of an upload to be merged: the projects of some consecutive buckets, in key order, each reference once.</summary>
/// <param name="FirstBucket">0 to 63.</param>
/// <param name="LastBucket">Inclusive.</param>
/// <param name="WithdrawOthers">The file says that it is complete: what the register holds in these buckets and neither <paramref name="Projects"/> nor <paramref name="Named"/> names is withdrawn.</param>
/// <param name="Named">
/// <see cref="ProjectKey.Fingerprint"/>s of all references of the file, also of other parts and of refused records: what bears one of them, or
/// once did, is not withdrawn. The other parts' count since a project may be renamed while the file is merged, and then lies in another part
/// than its record. Empty where <paramref name="WithdrawOthers"/> is false.
/// </param>
/// <param name="DryRun">Say what would happen, and change nothing.</param>
internal sealed record MergeRequest(
    PartnerId Partner,
    ChangeOrigin Origin,
    int FirstBucket,
    int LastBucket,
    IReadOnlyList<Incoming> Projects,
    bool WithdrawOthers,
    IReadOnlySet<UInt128> Named,
    bool DryRun);

/// <summary>What became of each project of a part; in the order of the request, the withdrawn ones at the end in key order.</summary>
/// <param name="Problems">
/// <c>file.older</c>, a warning: a newer file had already brought the record, which stays (outcome unchanged), or which is not withdrawn.
/// <c>project.taken-down</c>, an error: the reference was taken down and stays blocked until that is lifted (outcome rejected).
/// <c>reference.renamed</c>, a warning: the record came under a former reference and was taken as the renamed project.
/// <c>reference.named-twice</c>, an error: the file holds the project under its present and its former reference (outcome rejected).
/// </param>
/// <param name="IsOutdated">
/// A record that is not whole is not what stands any more: what of the part could not be merged needs its whole content. Then nothing is told
/// of the records; merging all of them again, whole, ends as if that had been done at once.
/// </param>
internal sealed record MergeResult(ImmutableArray<RecordOutcome> Records, ImmutableArray<Problem> Problems, bool IsOutdated = false);
