using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Domain.Duplicates.Overlaps;

/// <summary>Two projects of different partners that do the same thing in the same place at the same time.</summary>
/// <param name="First">Keys, in the order of <see cref="PairId.InOrder"/>.</param>
/// <param name="Weight">How particular it is what they share, in bits: the sum of what the reasons say.</param>
public sealed record FoundOverlap(string First, string Second, double Weight, ImmutableArray<Reason> Reasons);
