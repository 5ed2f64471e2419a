using System.Collections.Immutable;
using ParisPact.Domain.Evidence;
using ParisPact.Domain.Rainbow;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>
/// A thematic area of the register: what counter-narcotics assistance is about. Equality is by <see cref="Id"/>.
/// </summary>
/// <remarks>
/// The list is ours. It is built from the seven papers of the Rainbow Strategy, the four pillars of the Vienna Declaration
/// of 16 February 2012 and the topics of the Illicit Drug Trends reports.
/// </remarks>
public sealed record Theme
{
    /// <summary>Kebab-case, such as <c>border-management</c>; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>English name for display.</summary>
    public required string Name { get; init; }

    public required string NameFr { get; init; }

    public required string NameEs { get; init; }

    public required string NameRu { get; init; }

    /// <summary>Other words for it, in any of the four languages.</summary>
    public required ImmutableArray<string> Synonyms { get; init; }

    /// <summary>The papers of the Rainbow Strategy that it serves; empty for a theme that none of them is about.</summary>
    public required ImmutableArray<Paper> Papers { get; init; }

    /// <summary>The pillar of the Vienna Declaration that it falls under; <c>null</c> for a theme that serves all four alike.</summary>
    public required Pillar? Pillar { get; init; }

    /// <summary>The topics of the trend reports that show whether it works.</summary>
    public required ImmutableArray<TrendTopic> Topics { get; init; }

    /// <summary>The DAC sectors that map to it.</summary>
    public required ImmutableArray<ThemeSector> Sectors { get; init; }

    public bool Equals(Theme? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    public override string ToString() => Id;
}
