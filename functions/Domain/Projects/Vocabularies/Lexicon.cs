using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>Spellings and what they stand for: one look-up by folded text, and the nearest spelling where there is none.</summary>
internal sealed class Lexicon<T>
    where T : notnull
{
    /// <summary>No listed spelling is near this length; a longer text is prose, and is not worth folding.</summary>
    public const int LongestText = 400;

    private static readonly ImmutableArray<T> Nothing = [];

    // Not a frozen dictionary: freezing tens of thousands of keys costs a starting app more than it saves on look-ups.
    private readonly Dictionary<string, ImmutableArray<T>> _byKey;
    private readonly NearestKeys _nearest;
    private readonly Func<T, string> _describe;

    private Lexicon(Dictionary<string, ImmutableArray<T>> byKey, IEnumerable<string> suggestible, Func<T, string> describe)
    {
        _byKey = byKey;
        _nearest = new NearestKeys(suggestible);
        _describe = describe;
    }

    /// <param name="spellings">Values with their spellings; a spelling may stand for several values, and then is ambiguous.</param>
    /// <param name="describe">How a suggestion is named to a reader.</param>
    /// <param name="derived">More spellings, made by rule and too many to be suggested; one that is listed for something else does not count.</param>
    public static Lexicon<T> Of(
        IEnumerable<(string Spelling, T Value)> spellings,
        Func<T, string> describe,
        IEnumerable<(string Spelling, T Value)>? derived = null)
    {
        var byKey = new Dictionary<string, ImmutableArray<T>>(StringComparer.Ordinal);
        Add(byKey, spellings, []);
        var listed = byKey.Keys.ToHashSet(StringComparer.Ordinal);
        Add(byKey, derived ?? [], listed);
        return new Lexicon<T>(byKey, listed, describe);
    }

    /// <summary>The values of a folded text; empty when it is not listed.</summary>
    public ImmutableArray<T> Listed(string key) => _byKey.GetValueOrDefault(key, Nothing);

    public VocabularyMatch<T> Find(string? text)
    {
        var key = KeyOf(text);
        var listed = Listed(key);
        return listed.Length switch
        {
            1 => new VocabularyMatch<T>.Found(listed[0]),
            > 1 => new VocabularyMatch<T>.Ambiguous(Describe(listed)),
            _ => new VocabularyMatch<T>.Unknown(() => Nearest(key)),
        };
    }

    public static string KeyOf(string? text) =>
        text is null || text.Length > LongestText * 4 ? "" : Folding.Fold(text);

    public ImmutableArray<Suggestion<T>> Describe(ImmutableArray<T> values) => [.. values.Select(Describe)];

    public Suggestion<T> Describe(T value) => new(value, _describe(value));

    /// <summary>
    /// The one value whose spelling is nearest: a slip for every four letters, three at most. <c>null</c> when nothing is so near,
    /// or when two values are equally near, because a coin must not be tossed.
    /// </summary>
    public Suggestion<T>? Nearest(string key, Func<T, bool>? among = null)
    {
        var best = Nothing;
        var nearest = int.MaxValue;
        foreach (var (candidate, slips) in _nearest.To(key))
        {
            var values = among is null ? _byKey[candidate] : [.. _byKey[candidate].Where(among)];
            if (values.IsEmpty || slips > nearest)
                continue;
            best = slips < nearest ? values : [.. best.Union(values)];
            nearest = slips;
        }

        return best.Length == 1 ? Describe(best[0]) : null;
    }

    private static void Add(
        Dictionary<string, ImmutableArray<T>> byKey, IEnumerable<(string Spelling, T Value)> spellings, HashSet<string> except)
    {
        foreach (var (spelling, value) in spellings)
        {
            var key = Folding.Fold(spelling);
            if (key.Length == 0 || except.Contains(key))
                continue;
            var values = byKey.GetValueOrDefault(key, Nothing);
            if (!values.Contains(value))
                byKey[key] = values.Add(value);
        }
    }
}
