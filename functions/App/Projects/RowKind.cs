namespace ParisPact.Functions.Projects;

/// <summary>What a row of table <c>Projects</c> is.</summary>
internal enum RowKind
{
    Project = 0,

    /// <summary>A former reference: the project lies under another key now.</summary>
    Alias = 1,

    /// <summary>A reference that was taken down, and is blocked.</summary>
    TakenDown = 2,
}
