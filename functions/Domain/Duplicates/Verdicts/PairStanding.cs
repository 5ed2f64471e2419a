using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Verdicts;

/// <summary>What people have done with a pair so far.</summary>
/// <param name="Decision">The last one; null where there is none.</param>
/// <param name="AssignedTo">Who is to decide; null for everybody whose pair it is.</param>
/// <param name="Events">All that was done, oldest first.</param>
public sealed record PairStanding(string Pair, string First, string Second, PairEvent.Decided? Decision, string? AssignedTo, ImmutableArray<PairEvent> Events)
{
    public static PairStanding Begun(string one, string other)
    {
        var (first, second) = PairId.InOrder(one, other);
        return new(PairId.Of(one, other), first, second, null, null, []);
    }

    public PairStanding After(PairEvent happened) => happened switch
    {
        // Who had it to decide has decided.
        PairEvent.Decided decided => this with { Decision = decided, AssignedTo = null, Events = Events.Add(happened) },
        PairEvent.Assigned assigned => this with { AssignedTo = assigned.To, Events = Events.Add(happened) },
        _ => throw new InvalidOperationException($"{happened.GetType()} happens to no pair."),
    };
}
