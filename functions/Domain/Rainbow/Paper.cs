using System.Collections.Immutable;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Rainbow;

/// <summary>One of the seven papers of the Rainbow Strategy: an operational plan of the Paris Pact Initiative. Equality is by <see cref="Id"/>.</summary>
public sealed record Paper
{
    /// <summary>The colour in lower case, such as <c>blue</c>; never changes.</summary>
    public required string Id { get; init; }

    /// <summary>The colour as a name, such as <c>Blue</c>.</summary>
    public required string Colour { get; init; }

    /// <summary>The full English title.</summary>
    public required string Title { get; init; }

    /// <summary>
    /// The countries that the title names or implies; where it names none, the nine priority countries.
    /// The Caspian Sea stands for the five states on its shore.
    /// </summary>
    public required ImmutableArray<PlaceCode> Areas { get; init; }

    /// <summary>The pillar of the Vienna Declaration that took its subject up.</summary>
    public required Pillar Pillar { get; init; }

    /// <summary>Other words for it, without the colour's own forms.</summary>
    public required ImmutableArray<string> Synonyms { get; init; }

    /// <summary>False where nothing beyond the title is known to us: then no target of the paper can be named.</summary>
    public required bool IsContentKnown { get; init; }

    /// <summary>Where the paper is described.</summary>
    public required string Source { get; init; }

    public bool Equals(Paper? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    public override string ToString() => Id;
}
