using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>One project of an upload on its way through a merge.</summary>
/// <param name="Index">Its place in the request.</param>
/// <param name="Written">The reference as the file has it.</param>
/// <param name="Hash">Of its canonical content.</param>
/// <param name="Renamed">The file has it under a former reference.</param>
internal sealed record MergeRecord(int Index, Incoming Incoming, ProjectKey Key, string Written, byte[] Hash, bool Renamed)
{
    public Project Project => Incoming.Project;

    public static MergeRecord Of(int index, Incoming incoming, ProjectKey key) =>
        new(index, incoming, key, incoming.Project.Reference.AsWritten, PackedProject.HashOf(incoming.Project), false);

    /// <summary>The same under the project's present reference.</summary>
    public MergeRecord Under(ProjectKey key, ProjectReference reference)
    {
        var incoming = Incoming with { Project = Project with { Reference = reference } };
        return this with { Incoming = incoming, Key = key, Hash = PackedProject.HashOf(incoming.Project), Renamed = true };
    }

    public bool Says(ProjectRow row) => row.Hash.AsSpan().SequenceEqual(Hash);
}
