using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Overlaps;

/// <summary>The overlaps of a register on a day.</summary>
/// <param name="Pairs">The most particular first.</param>
/// <param name="LeftOut">Pairs that share place, theme and time as well, and are left out because each project already has more particular ones.</param>
/// <param name="Unplaced">Running projects that state no province, no theme or no dates, and could not be looked at.</param>
/// <param name="Crowded">Province and theme together, where so many projects run that each was held against its neighbours alone.</param>
public sealed record OverlapFindings(ImmutableArray<FoundOverlap> Pairs, int LeftOut, int Unplaced, ImmutableArray<(string Province, string Theme)> Crowded);
