using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Functions.Duplicates;

/// <summary>What the last run found: the pairs of the whole register, decided ones too.</summary>
/// <param name="Date">The night.</param>
/// <param name="Previous">The night of the report before; null where this is the first.</param>
/// <param name="Run">Which run of that night.</param>
/// <param name="Model">The version of the model's parameters; null where there were no two projects to compare.</param>
/// <param name="Groups">Projects that are probably one, by their places in <paramref name="Projects"/>.</param>
internal sealed record Findings(
    DateOnly Date,
    DateOnly? Previous,
    string Run,
    string? Model,
    RunFigures Figures,
    ImmutableArray<FoundProject> Projects,
    ImmutableArray<Finding> Pairs,
    ImmutableArray<ImmutableArray<int>> Groups);
