namespace ParisPact.Local.Blobs;

/// <summary>A version of a blob that a function has yet to take.</summary>
/// <param name="Attempts">Tries that were begun before, perhaps by a process that did not end them.</param>
/// <param name="Values">The parts of the path, by name.</param>
internal sealed record BlobHit(BlobTrigger Trigger, string Blob, string ETag, int Attempts, IReadOnlyDictionary<string, string> Values);
