using System.Collections.Immutable;

namespace ParisPact.Domain.Rainbow;

/// <summary>A pillar of the Vienna Declaration of 16 February 2012.</summary>
/// <param name="Id">Kebab-case, such as <c>regional-initiatives</c>; never changes.</param>
/// <param name="Number">1 to 4, as in the declaration.</param>
/// <param name="Name">English name for display.</param>
/// <param name="Synonyms">Other words for it, in English, French, Spanish and Russian.</param>
/// <remarks>
/// Source: Vienna Declaration of the Third Ministerial Conference of the Paris Pact Partners on Combating Illicit Traffic in
/// Opiates Originating in Afghanistan, Vienna, 16 February 2012.
/// </remarks>
public sealed record Pillar(string Id, int Number, string Name, ImmutableArray<string> Synonyms)
{
    public bool Equals(Pillar? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Id);

    public override string ToString() => Id;
}
