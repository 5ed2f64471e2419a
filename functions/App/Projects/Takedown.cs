using System.Collections.Immutable;

namespace ParisPact.Functions.Projects;

/// <summary>That a project was taken down: all that is kept of it. While it is not lifted, nothing brings the reference back.</summary>
/// <param name="Key">Partner and a hash; the reference is not kept.</param>
/// <param name="LiftedAt">When the reference was allowed again; null while it is blocked.</param>
internal sealed record Takedown(ProjectKey Key, string By, DateTimeOffset At, string? Reason, string? LiftedBy = null, DateTimeOffset? LiftedAt = null)
{
    /// <summary>The uploads that had brought or changed the project: their files and receipts still tell of it until they are removed as well.</summary>
    public ImmutableArray<string> Uploads { get; init; } = [];

    /// <summary>The hashes of every reference that the project ever had, as in <see cref="ProjectKey.Row"/>.</summary>
    public ImmutableArray<string> Rows { get; init; } = [];
}
