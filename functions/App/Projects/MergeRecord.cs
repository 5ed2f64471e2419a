using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>One project of an upload on its way through a merge.</summary>
/// <param name="Index">Its place in the request.</param>
/// <param name="Written">The reference as the file has it.</param>
/// <param name="Renamed">The file has it under a former reference.</param>
internal sealed record MergeRecord(int Index, Incoming Incoming, ProjectKey Key, string Written, bool Renamed)
{
    public static MergeRecord Of(int index, Incoming incoming, ProjectKey key) => new(index, incoming, key, incoming.Reference.AsWritten, false);

    /// <summary>As the file has it, where it has it under a former reference.</summary>
    private Incoming? Sent { get; init; }

    /// <summary>The same under the project's present reference.</summary>
    public MergeRecord Under(ProjectKey key, ProjectReference reference) => this with { Incoming = Incoming.Under(reference), Sent = Incoming, Key = key, Renamed = true };

    public bool Says(ProjectRow row) => row.Hash.AsSpan().SequenceEqual(Incoming.Hash);

    /// <summary>Whether an earlier version says the same, or said it before the project was renamed.</summary>
    public bool Said(ProjectRow earlier) => Says(earlier) || (Sent is { } sent && earlier.Hash.AsSpan().SequenceEqual(sent.Hash));
}
