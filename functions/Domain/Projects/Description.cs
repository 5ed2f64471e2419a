using System.Collections.Immutable;

namespace ParisPact.Domain.Projects;

/// <summary>One description of a project, in one or more languages.</summary>
/// <param name="Type">IATI DescriptionType: 1 general, 2 objectives, 3 target groups, 4 other.</param>
/// <param name="Narratives">At least one.</param>
public sealed record Description(int Type, ImmutableArray<Narrative> Narratives);
