using System.Collections.Immutable;
using System.Text.Json.Nodes;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Duplicates.Verdicts;

namespace ParisPact.Functions.Duplicates;

/// <summary>A pair in a list.</summary>
/// <param name="Kind">What was found, or where the last run did not find it, what people said.</param>
/// <param name="Weight">In bits; null where the last run did not find it.</param>
/// <param name="Probability">That the two are one project; null for anything but <c>same</c>.</param>
/// <param name="Verdict">What people said last; null where nobody has.</param>
internal sealed record PairSummary(
    string Id,
    PairKind Kind,
    PairState State,
    double? Weight,
    double? Probability,
    DateOnly? FoundOn,
    PairKind? Verdict,
    string? AssignedTo,
    PairProject First,
    PairProject Second,
    PairLinks Links)
{
    public static PairSummary Of(KnownPair pair, PairProject first, PairProject second) => new(
        pair.Id,
        pair.Kind,
        pair.State,
        Rounded(pair.Found?.Weight),
        pair.Found is { Kind: PairKind.Same, Weight: var weight } ? Math.Round(1 / (1 + Math.Pow(2, -weight)), 4) : null,
        pair.Found?.FoundOn,
        pair.Standing.Decision?.Verdict,
        pair.Standing.AssignedTo,
        first,
        second,
        PairLinks.Of(pair.Id));

    public static double? Rounded(double? bits) => bits is { } known ? Math.Round(known, 2) : null;
}

/// <summary>A project of a pair in a list.</summary>
/// <param name="Id">Null where the register has it no more.</param>
internal sealed record PairProject(string Partner, string? Id, string? Title, string? Link);

internal sealed record PairLinks(string Self, string Verdict, string Assignment)
{
    public static PairLinks Of(string pair) => new($"/api/duplicates/{pair}", $"/api/duplicates/{pair}/verdict", $"/api/duplicates/{pair}/assignment");
}

/// <summary>One pair, with both projects side by side, what speaks for and against, and what people did with it.</summary>
/// <param name="Prior">What is known before anything is compared, in bits: with the reasons it adds up to the weight.</param>
/// <param name="Reasons">From the records as they stand now; empty where one of them is gone or nothing was compared yet.</param>
/// <param name="Changes">Where the pair is open again: what changed since the decision.</param>
/// <param name="Projects">Both, in the shape of <c>GET projects/{partner}/{id}</c>; null for one that is gone.</param>
/// <param name="History">What people did with the pair, newest first.</param>
/// <param name="People">Whom to bring together.</param>
internal sealed record PairView(
    PairSummary Pair,
    double? Prior,
    ImmutableArray<Reason> Reasons,
    ImmutableArray<string> Changes,
    ImmutableArray<JsonObject?> Projects,
    ImmutableArray<PairEventView> History,
    ImmutableArray<Contact> People);

/// <param name="Verdict">Null where the pair was assigned.</param>
/// <param name="AssignedTo">Null where a verdict was given, or where the pair was taken from whoever had it.</param>
internal sealed record PairEventView(string What, string By, DateTimeOffset At, PairKind? Verdict, string? Note, string? AssignedTo)
{
    public static PairEventView Of(PairEvent happened) => happened switch
    {
        PairEvent.Decided decided => new("verdict", decided.By, decided.At, decided.Verdict, decided.Note.Length == 0 ? null : decided.Note, null),
        PairEvent.Assigned assigned => new("assignment", assigned.By, assigned.At, null, null, assigned.To),
        PairEvent.Moved moved => new("moved", moved.By, moved.At, null, null, null),
        _ => throw new InvalidOperationException($"{happened.GetType()} happens to no pair."),
    };
}
