using System.Collections.Immutable;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>One project on its way into the register, with the line that it comes from.</summary>
internal sealed record Incoming(Project Project, string? Sheet, int? Line);

/// <summary>By whom, when and through which door the register changes: kept with every version.</summary>
/// <param name="Upload">The upload's id; null for a change by hand.</param>
/// <param name="By">Who did it, as the token names them: never a secret.</param>
/// <param name="OnBehalf">True where somebody else than the partner entered it.</param>
/// <param name="At">When the change is made.</param>
/// <param name="FileTime">The file's Last-Modified: what an older file says never overwrites what a newer one said. For a change by hand the same as <paramref name="At"/>.</param>
internal sealed record ChangeOrigin(string? Upload, string By, bool OnBehalf, DateTimeOffset At, DateTimeOffset FileTime);

/// <summary>A part of an upload to be merged: the projects of some consecutive buckets, in key order, each reference once.</summary>
/// <param name="FirstBucket">0 to 63.</param>
/// <param name="LastBucket">Inclusive.</param>
/// <param name="WithdrawOthers">The file says that it is complete: what the register holds in these buckets and neither <paramref name="Projects"/> nor <paramref name="Keep"/> names is withdrawn.</param>
/// <param name="Keep">References of records that the file holds but that were refused: they are not withdrawn.</param>
/// <param name="DryRun">Say what would happen, and change nothing.</param>
internal sealed record MergeRequest(
    PartnerId Partner,
    ChangeOrigin Origin,
    int FirstBucket,
    int LastBucket,
    IReadOnlyList<Incoming> Projects,
    bool WithdrawOthers,
    IReadOnlySet<ProjectReference> Keep,
    bool DryRun);

/// <summary>What became of each project of a part; in the order of the request, the withdrawn ones at the end.</summary>
/// <param name="Problems">Such as <c>file.older</c>, a warning for a record that a newer file had already brought.</param>
internal sealed record MergeResult(ImmutableArray<RecordOutcome> Records, ImmutableArray<Problem> Problems);
