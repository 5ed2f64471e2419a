namespace ParisPact.Functions.Projects;

/// <summary>What a partner's manifests told some moments ago: enough to guess that a project stays as it is, which the merge then sees for itself.</summary>
/// <param name="begun">When the upload began: what was changed since is never guessed.</param>
internal sealed class Standing(IReadOnlyDictionary<string, Manifest> manifests, DateTimeOffset begun)
{
    /// <param name="hash">As <see cref="PackedProject.HashOf"/> gives it.</param>
    public bool Says(ProjectKey key, ReadOnlySpan<byte> hash) => manifests.TryGetValue(key.Partition, out var manifest) && manifest.Says(key, hash, begun) is not null;
}
