namespace ParisPact.Functions.Projects;

/// <summary>A new version that is to be written.</summary>
/// <param name="Old">The row that it takes the place of, with its content, as it was read; null for a new project.</param>
internal sealed record PlannedWrite(ProjectRow? Old, ProjectRow New);
