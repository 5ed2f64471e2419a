using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>A project as it stands in the register: the truth row of table <c>Projects</c>.</summary>
/// <param name="Version">From 1; one more with every change.</param>
/// <param name="Withdrawn">Kept with its history, and in no look-up unless asked for.</param>
/// <param name="CreatedAt">When version 1 was made.</param>
/// <param name="Origin">Of the newest version. Its <see cref="ChangeOrigin.At"/>, then the key, is the order of look-ups: newest change first.</param>
/// <param name="Line">The line of <see cref="ChangeOrigin.Upload"/> that the newest version comes from.</param>
/// <param name="ETag">Of the truth row, as Table Storage gave it.</param>
internal sealed record StoredProject(
    ProjectKey Key,
    Project Project,
    int Version,
    bool Withdrawn,
    DateTimeOffset CreatedAt,
    ChangeOrigin Origin,
    string? Sheet,
    int? Line,
    string ETag);
