using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>The report of one night.</summary>
/// <param name="Date">The night; in UTC.</param>
/// <param name="Previous">The night of the last report before; null for the first.</param>
/// <param name="Pairs">What is new or open again first, then what is open, then what was decided since the last report; of one state the most certain first.</param>
/// <param name="Groups">In the order of their first members.</param>
/// <param name="DecidedBefore">Pairs that were decided before the last report, which are not listed again.</param>
public sealed record DuplicateReport(
    DateOnly Date,
    DateOnly? Previous,
    RunFigures Figures,
    ImmutableArray<PairEntry> Pairs,
    ImmutableArray<GroupEntry> Groups,
    int DecidedBefore)
{
    public int Count(PairState state, PairKind kind) => Pairs.Count(pair => pair.State == state && pair.Kind == kind);
}
