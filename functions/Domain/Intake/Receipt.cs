using System.Collections.Immutable;

namespace ParisPact.Domain.Intake;

/// <summary>
/// What became of an upload, without its records and problems, which may be many: the head of every receipt.
/// </summary>
/// <param name="Upload">The upload's id: short, of lower-case letters and digits.</param>
/// <param name="Partner">The partner's id, or the folder as written where it is no partner's.</param>
/// <param name="File">The file's name without folders.</param>
/// <param name="Format">What the file turned out to be, such as <c>csv</c>; null where it was not understood or not read yet.</param>
/// <param name="By">Who sent it.</param>
/// <param name="OnBehalf">True where somebody else than the partner sent it.</param>
/// <param name="ReceivedAt">The file's Last-Modified.</param>
/// <param name="FinishedAt">Null while work goes on.</param>
/// <param name="Rules">Every rule that spoke, errors first, then by how often.</param>
/// <param name="Refusal">Why the file was refused as a whole, as one sentence; null otherwise.</param>
/// <param name="Fault">The id under which a fault of ours is logged, where one ended the intake; null otherwise.</param>
/// <param name="Removed">Records whose contents were taken down from this receipt later.</param>
public sealed record Receipt(
    string Upload,
    string Partner,
    string File,
    ReceiptState State,
    UploadMode Mode,
    bool DryRun,
    string? Format,
    string By,
    bool OnBehalf,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? FinishedAt,
    ReceiptCounts Counts,
    ImmutableArray<RuleCount> Rules,
    string? Refusal = null,
    string? Fault = null,
    TakenBack? TakenBack = null,
    int Removed = 0)
{
    public string Sentence => ReceiptSentence.Of(this);
}
