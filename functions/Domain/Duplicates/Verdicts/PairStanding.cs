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
        PairEvent.Moved moved => MovedTo(moved),
        _ => throw new InvalidOperationException($"{happened.GetType()} happens to no pair."),
    };

    private PairStanding MovedTo(PairEvent.Moved moved)
    {
        // What was seen is in the order of the keys, which may be another now.
        var isTurned = moved.First == Second || moved.Second == First;
        var decision = Decision is { Seen: { } seen } decided && isTurned ? decided with { Seen = seen with { First = seen.Second, Second = seen.First } } : Decision;
        return this with { Pair = moved.Pair, First = moved.First, Second = moved.Second, Decision = decision, Events = Events.Add(moved) };
    }
}
