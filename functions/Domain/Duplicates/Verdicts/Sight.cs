using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Domain.Duplicates.Verdicts;

/// <summary>What of a pair lay before somebody who gave a verdict: what a later look is held against.</summary>
/// <param name="First">The version of the first project, in the order of <see cref="PairId.InOrder"/>.</param>
/// <param name="Second">The version of the second one.</param>
/// <param name="Reasons">What spoke for and against, in the order of the comparisons.</param>
public sealed record Sight(int First, int Second, ImmutableArray<Reason> Reasons);
