using System.Collections.Immutable;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>
/// Some buckets of an upload that is to be taken back. To take back a whole upload, call for every part with <see cref="CheckOnly"/>
/// first, and change nothing unless no part is refused.
/// </summary>
/// <param name="Upload">The upload to take back; <see cref="ChangeOrigin.Upload"/> of <paramref name="Origin"/> stays null.</param>
/// <param name="LastBucket">Inclusive.</param>
internal sealed record TakeBackRequest(PartnerId Partner, string Upload, ChangeOrigin Origin, int FirstBucket, int LastBucket, bool CheckOnly);

/// <summary>What became of taking an upload back.</summary>
internal abstract record TakeBackResult
{
    private TakeBackResult()
    {
    }

    /// <summary>Every project that the upload changed has the content of the version before again; what it created is withdrawn.</summary>
    /// <param name="Records">One for each project; unchanged where the check only looked.</param>
    /// <param name="Problems"><c>upload.newer-stands</c>, an error: changed by somebody else after the check, and left alone (outcome rejected).</param>
    public sealed record Done(ImmutableArray<RecordOutcome> Records, ImmutableArray<Problem> Problems) : TakeBackResult;

    /// <summary>Something newer stands on some of the upload's projects; nothing was changed.</summary>
    public sealed record Refused(ImmutableArray<ProjectReference> Newer) : TakeBackResult;
}
