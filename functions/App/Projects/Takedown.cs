namespace ParisPact.Functions.Projects;

/// <summary>That a project was taken down: all that is kept of it. While it is not lifted, nothing brings the reference back.</summary>
/// <param name="Key">Partner and a hash; the reference is not kept.</param>
/// <param name="LiftedAt">When the reference was allowed again; null while it is blocked.</param>
internal sealed record Takedown(ProjectKey Key, string By, DateTimeOffset At, string? Reason, string? LiftedBy = null, DateTimeOffset? LiftedAt = null);
