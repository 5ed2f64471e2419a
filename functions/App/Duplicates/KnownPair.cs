using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Duplicates.Verdicts;

namespace ParisPact.Functions.Duplicates;

/// <summary>A pair that a run found, that people did something with, or both.</summary>
/// <param name="Found">Null where the last run did not find it.</param>
internal sealed record KnownPair(Finding? Found, PairStanding Standing, DateOnly Night)
{
    public string Id => Standing.Pair;

    /// <summary>What was found, else what people said.</summary>
    public PairKind Kind => Found?.Kind ?? Standing.Decision?.Verdict ?? PairKind.Unrelated;

    public PairState State => (Standing.Decision, Found) switch
    {
        (null, { FoundOn: var found }) => found == Night ? PairState.New : PairState.Open,
        (null, null) => PairState.Open,
        // A verdict that was given since the run is the last word.
        ({ Id: var decision }, { Reopens: { } reopened }) when reopened == decision => PairState.Reopened,
        _ => PairState.Decided,
    };

    public PairPlace Place => new(State, Found?.Weight ?? 0, Id);
}
