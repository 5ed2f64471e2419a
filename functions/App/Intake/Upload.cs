using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;

namespace ParisPact.Functions.Intake;

/// <summary>One version of one file that came in through any door.</summary>
/// <param name="Blob">The blob's name in container <c>uploads</c>; its first segment is the partner.</param>
/// <param name="ETag">The blob's version: a file that was replaced meanwhile is another upload.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Confirm">How many projects the sender agrees to have withdrawn; null where nobody said.</param>
/// <param name="FileTime">The blob's Last-Modified.</param>
/// <param name="SeenAt">When it was first seen.</param>
internal sealed record Upload(
    string Id,
    string Blob,
    string ETag,
    long Size,
    UploadMode Mode,
    bool DryRun,
    int? Confirm,
    string By,
    bool OnBehalf,
    DateTimeOffset FileTime,
    DateTimeOffset SeenAt)
{
    public const string Container = "uploads";

    /// <summary>Where receipts lie whose folder is no partner's id: not itself one, since it begins with an underscore.</summary>
    public const string UnknownFolder = "_unknown";

    public string InstanceId => $"ingest-{Id}";

    /// <summary>The first segment as written; empty for a file that lies in no folder.</summary>
    public string FolderAsWritten => Blob.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? Blob[..slash] : "";

    /// <summary>Null where the folder is no partner's id; whether the directory knows the partner is another question.</summary>
    public PartnerId? Partner => PartnerId.TryParse(FolderAsWritten, out var partner) ? partner : null;

    public string Folder => Partner?.Value ?? UnknownFolder;

    public string File => FileName.Clean(Blob);

    /// <param name="form"><c>json</c>, <c>html</c> or <c>csv</c>.</param>
    public string ReceiptPath(string form) => $"{Folder}/{Id}.{form}";

    public Receipt Working() => new(
        Id, Partner?.Value ?? FolderAsWritten, File, ReceiptState.Working, Mode, DryRun, null, By, OnBehalf, FileTime, null, default, []);
}
