namespace ParisPact.Local.Blobs;

/// <summary>How far one version of a blob has come with one function.</summary>
/// <param name="ETag">The version, without quotes.</param>
/// <param name="Attempts">Runs begun.</param>
/// <param name="IsSettled">It succeeded or was set aside; nothing more is done for this version.</param>
internal sealed record BlobReceipt(string ETag, int Attempts, bool IsSettled);
