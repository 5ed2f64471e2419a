namespace ParisPact.Domain.Duplicates.Verdicts;

/// <summary>Something that people did with a pair.</summary>
/// <param name="Id">Tells this one from all others: a repetition is known again.</param>
/// <param name="Pair">See <see cref="PairId"/>.</param>
/// <param name="First">The key of the first project, in the order of <see cref="PairId.InOrder"/>.</param>
/// <param name="Second">The key of the second project.</param>
/// <param name="By">The name under which somebody was signed in.</param>
public abstract record PairEvent(string Id, string Pair, string First, string Second, string By, DateTimeOffset At)
{
    /// <summary>Somebody said what the two are to each other; whatever was said before no longer counts.</summary>
    /// <param name="Note">Empty where they gave none; at most <see cref="LongestNote"/> characters.</param>
    /// <param name="Seen">Null where one of the projects was gone.</param>
    public sealed record Decided(string Id, string Pair, string First, string Second, string By, DateTimeOffset At, PairKind Verdict, string Note, Sight? Seen)
        : PairEvent(Id, Pair, First, Second, By, At);

    /// <summary>Somebody is to decide.</summary>
    /// <param name="To">A mail address of the directory; null takes it from whoever had it.</param>
    public sealed record Assigned(string Id, string Pair, string First, string Second, string By, DateTimeOffset At, string? To)
        : PairEvent(Id, Pair, First, Second, By, At);

    /// <summary>One of the projects got another reference: what was said of the pair goes with it.</summary>
    /// <param name="From">The pair's id until then.</param>
    public sealed record Moved(string Id, string Pair, string First, string Second, string By, DateTimeOffset At, string From)
        : PairEvent(Id, Pair, First, Second, By, At);

    /// <summary>In characters.</summary>
    public const int LongestNote = 2_000;
}
