using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

/// <summary>Which pairs somebody asks for. A filter given twice is "or", different filters are "and".</summary>
/// <param name="Undecided">Asked for with <c>verdict=none</c>.</param>
/// <param name="After">Where the page begins; null for the first.</param>
internal sealed record PairQuestion(
    IReadOnlySet<PairKind> Kinds,
    IReadOnlySet<PairKind> Verdicts,
    bool Undecided,
    IReadOnlySet<PairState> States,
    IReadOnlySet<string> Partners,
    IReadOnlySet<string> Countries,
    IReadOnlySet<string> Themes,
    string? Assigned,
    int Limit,
    PairPlace? After)
{
    public const int LargestPage = 200;

    private static readonly string[] StateWords = ["new", "reopened", "open", "decided"];

    /// <summary>The question, or what is wrong with it.</summary>
    public static (PairQuestion? Question, IReadOnlyList<FieldError> Errors) Read(HttpRequest request)
    {
        var errors = new List<FieldError>();
        var kinds = Words<PairKind>("kind", static word => VerdictWords.TryParse(word, out var kind) && kind != PairKind.Unrelated ? kind : (PairKind?)null, "A kind is same, related or overlap.");
        var undecided = Values("verdict").Any(static word => word == "none");
        var verdicts = Words<PairKind>("verdict", static word => VerdictWords.TryParse(word, out var kind) ? kind : word == "none" ? default(PairKind) : null, "A verdict is same, related, overlap, unrelated or none.");
        var states = Words<PairState>("state", static word => Array.IndexOf(StateWords, word) is >= 0 and var at ? (PairState)(at + 1) : (PairState?)null, "The state of a pair is new, reopened, open or decided.");
        var after = (PairPlace?)null;
        if (!Cursor.TryRead(request.Query["cursor"], out var place) || (place is not null && (after = PairPlace.From(place)) is null)) errors.Add(new("cursor", Cursor.Mistake));
        if (Flags.Number(request, "limit", 50, 1, LargestPage) is not { } limit) errors.Add(new("limit", $"The limit is a number from 1 to {LargestPage}."));
        else if (errors.Count == 0)
            return (new PairQuestion(
                kinds, verdicts.Where(static kind => kind != 0).ToHashSet(), undecided, states, Values("partner"), Values("location").Select(static code => code.ToUpperInvariant()).ToHashSet(), Values("theme"),
                request.Query["assigned"].ToString() is { Length: > 0 } assigned ? assigned.Trim() : null, limit, after), []);
        return (null, errors);

        HashSet<string> Values(string name) => [.. request.Query[name].OfType<string>().Select(static word => word.Trim().ToLowerInvariant()).Where(static word => word.Length > 0)];

        HashSet<T> Words<T>(string name, Func<string, T?> read, string mistake)
            where T : struct
        {
            var found = Values(name).Select(read).ToList();
            if (found.Exists(static word => word is null)) errors.Add(new(name, mistake));
            return [.. found.OfType<T>()];
        }
    }

    public bool Asks(KnownPair pair, FoundProject? first, FoundProject? second)
    {
        if (Kinds.Count > 0 && !Kinds.Contains(pair.Kind)) return false;
        if ((Undecided || Verdicts.Count > 0) && !(pair.Standing.Decision is { Verdict: var verdict } ? Verdicts.Contains(verdict) : Undecided)) return false;
        if (States.Count > 0 && !States.Contains(pair.State)) return false;
        if (Assigned is not null && !string.Equals(Assigned, pair.Standing.AssignedTo, StringComparison.OrdinalIgnoreCase)) return false;
        if (Partners.Count > 0 && !Partners.Contains(Pairs.KeyOf(pair.Standing.First).Partner.Value) && !Partners.Contains(Pairs.KeyOf(pair.Standing.Second).Partner.Value)) return false;
        return Has(Countries, static project => project.Countries) && Has(Themes, static project => project.Themes);

        bool Has(IReadOnlySet<string> wanted, Func<FoundProject, System.Collections.Immutable.ImmutableArray<string>> values) =>
            wanted.Count == 0 || (first is not null && values(first).Any(wanted.Contains)) || (second is not null && values(second).Any(wanted.Contains));
    }
}
