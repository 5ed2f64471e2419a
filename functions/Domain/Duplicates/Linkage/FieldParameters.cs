using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>What one version of the model's parameters knows of a field's values.</summary>
/// <param name="Field">As the comparison is called.</param>
/// <param name="Records">How many records it was made from.</param>
/// <param name="Counts">Of words, or of values.</param>
/// <param name="Aliases">Pairs of names that were learnt to stand for each other, by their atoms.</param>
public sealed record FieldParameters(string Field, int Records, AtomCounts Counts, ImmutableArray<AtomPair> Aliases);
