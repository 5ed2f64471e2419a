using System.Collections.Immutable;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>One version of a project: what it said, and how that differs from the version before.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Changes">Empty for version 1.</param>
internal sealed record ProjectVersion(
    int Number,
    bool Withdrawn,
    ChangeOrigin Origin,
    string? Sheet,
    int? Line,
    ImmutableArray<FieldChange> Changes,
    Project Project);

/// <summary>Some versions, newest first.</summary>
/// <param name="Before">Pass as <c>before</c> for the next page; null at the end.</param>
internal sealed record HistoryPage(ImmutableArray<ProjectVersion> Versions, int? Before);
