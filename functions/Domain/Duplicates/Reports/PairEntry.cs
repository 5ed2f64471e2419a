using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>A pair of projects in a report.</summary>
/// <param name="Id">See <see cref="PairId"/>.</param>
/// <param name="Kind">What was found; never <see cref="PairKind.Unrelated"/>.</param>
/// <param name="Weight">In bits: how much more likely than all else it is that the two are of this kind; of an overlap, how few share what the two share, which is no chance.</param>
/// <param name="Prior">The weight before anything was compared, in bits: with the reasons it adds up to the weight. For an overlap, 0.</param>
/// <param name="Reasons">What speaks for and against, in the order of the comparisons; what says nothing is left out.</param>
/// <param name="FoundOn">The night on which it was found for the first time.</param>
/// <param name="Changes">Where the pair is open again: what changed since the decision, in sentences.</param>
/// <param name="Decision">The last one; null where there is none.</param>
/// <param name="AssignedTo">Who is to decide; null for everybody whose pair it is.</param>
/// <param name="People">For an overlap: whom to bring together, at most 6.</param>
public sealed record PairEntry(
    string Id,
    PairKind Kind,
    double Weight,
    double Prior,
    ImmutableArray<Reason> Reasons,
    ProjectCard Left,
    ProjectCard Right,
    PairState State,
    DateOnly FoundOn,
    ImmutableArray<string> Changes,
    Decision? Decision,
    string? AssignedTo,
    ImmutableArray<Contact> People)
{
    /// <summary>The chance that goes with the weight, over 0 to under 1.</summary>
    public double Probability => 1 / (1 + Math.Pow(2, -Weight));
}
