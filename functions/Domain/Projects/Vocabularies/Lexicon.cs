using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Numerics;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>Spellings and what they stand for: one look-up by folded text, and the nearest spelling where there is none.</summary>
internal sealed class Lexicon<T>
    where T : notnull
{
    /// <summary>No listed spelling is near this length; a longer text is prose, and is not worth folding.</summary>
    public const int LongestText = 400;

    private static readonly ImmutableArray<T> Nothing = [];

    private readonly FrozenDictionary<string, ImmutableArray<T>> _byKey;
    private readonly ILookup<int, (string Key, ulong Letters)> _byLength;
    private readonly Func<T, string> _describe;

    private Lexicon(Dictionary<string, ImmutableArray<T>> byKey, Func<T, string> describe)
    {
        _byKey = byKey.ToFrozenDictionary(StringComparer.Ordinal);
        _byLength = byKey.Keys.Where(key => key.Length > 3).Order(StringComparer.Ordinal)
            .ToLookup(key => key.Length, key => (key, LettersOf(key)));
        _describe = describe;
    }

    /// <summary>All keys, folded.</summary>
    public ImmutableArray<string> Keys => _byKey.Keys;

    /// <param name="spellings">Values with their spellings; a spelling may stand for several values, and then is ambiguous.</param>
    /// <param name="describe">How a suggestion is named to a reader.</param>
    public static Lexicon<T> Of(IEnumerable<(string Spelling, T Value)> spellings, Func<T, string> describe)
    {
        var byKey = new Dictionary<string, ImmutableArray<T>>(StringComparer.Ordinal);
        foreach (var (spelling, value) in spellings)
        {
            var key = Folding.Fold(spelling);
            if (key.Length == 0)
                continue;
            var values = byKey.GetValueOrDefault(key, Nothing);
            if (!values.Contains(value))
                byKey[key] = values.Add(value);
        }

        return new Lexicon<T>(byKey, describe);
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
            _ => new VocabularyMatch<T>.Unknown(Nearest(key)),
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
        var most = Math.Min(3, key.Length / 4);
        if (most == 0 || key.Length > LongestText || key.All(letter => char.IsAsciiDigit(letter) || letter == ' '))
            return null;

        var letters = LettersOf(key);
        var best = Nothing;
        foreach (var (candidate, candidateLetters) in Around(key.Length, most).SelectMany(length => _byLength[length]))
        {
            // A slip changes at most two of the letters that occur, which rules out nearly every candidate at once.
            if (BitOperations.PopCount(letters ^ candidateLetters) > 2 * most
                || EditDistance.Within(key, candidate, most) is not { } distance)
                continue;
            var values = among is null ? _byKey[candidate] : [.. _byKey[candidate].Where(among)];
            if (values.IsEmpty)
                continue;
            best = distance < most ? values : [.. best.Union(values)];
            most = distance;
        }

        return best.Length == 1 ? Describe(best[0]) : null;
    }

    private static IEnumerable<int> Around(int length, int most)
    {
        for (var other = Math.Max(1, length - most); other <= length + most; other++)
            yield return other;
    }

    private static ulong LettersOf(string key)
    {
        var letters = 0UL;
        foreach (var letter in key)
            letters |= 1UL << (letter % 64);
        return letters;
    }
}
