using System.Collections.Immutable;

namespace ParisPact.Functions.Projects;

/// <summary>A project that has changed.</summary>
/// <param name="Version">The version it had then, or a later one; 0 where the row went away (taken down, or renamed to another key).</param>
internal readonly record struct ChangedKey(ProjectKey Key, int Version);

/// <summary>One entry of the change log: read the projects that it names again.</summary>
/// <param name="Position">From 1, without gaps.</param>
internal sealed record LogEntry(long Position, ImmutableArray<ChangedKey> Keys);
