using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>
/// Reads the field's terms in French, Spanish and Russian as their English words, so that titles in two languages can be compared. It serves
/// comparison and is not for display: it translates terms, no sentences.
/// </summary>
public static class Glossary
{
    private const int LongestPhrase = 5;

    private static readonly FrozenSet<string> English = new[] { "of", "the", "for", "to", "in", "and", "on", "with", "through", "by", "from", "against", "its", "at", "a", "an" }.ToFrozenSet();

    /// <summary>Of nouns and adjectives, the longest first, as folding writes them.</summary>
    private static readonly ImmutableArray<string> RussianEndings =
    [
        "iyami", "yami", "yakh", "yaya", "yuyu", "ami", "ogo", "ego", "omu", "emu", "ymi", "imi", "akh", "iei", "oyu", "yam", "aya", "uyu", "ykh", "ikh", "iya", "iyu",
        "oe", "ee", "ie", "ye", "yi", "ii", "oi", "ei", "om", "em", "am", "ov", "ev", "ym", "im", "ya", "yu", "a", "e", "i", "o", "u", "y",
    ];

    private static readonly ImmutableArray<Language> Languages =
    [
        new("fr", ["de", "la", "le", "les", "des", "du", "et", "en", "a", "au", "aux", "pour", "par", "sur", "dans", "l", "d", "avec", "un", "une", "leur", "leurs"], StemLatin, Elided),
        new("es", ["de", "la", "el", "los", "las", "del", "y", "e", "en", "a", "al", "para", "por", "con", "un", "una", "su", "sus"], StemLatin, static _ => null),
        new("ru", ["i", "v", "vo", "na", "po", "s", "so", "dlya", "o", "ob", "k", "ko", "za", "iz", "ot", "pri", "nad", "sredi", "cherez"], StemRussian, static _ => null),
    ];

    /// <summary>The language that a folded text is in, and its words with the terms in English; null where it is in none of these languages, or says nothing that is known.</summary>
    /// <param name="folded">As <see cref="Folding.Fold"/> leaves it.</param>
    public static (string Language, string[] Words)? Read(string folded)
    {
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // One word alone may stand in an English text just as well.
        var (best, most) = (((string, string[])?)null, Math.Max(1, words.Count(English.Contains)));
        foreach (var language in Languages)
            if (language.Read(words) is var (read, known) && known > most) (best, most) = ((language.Code, [.. read]), known);
        return best;
    }

    private static string StemLatin(string word) => word.Length > 3 && word[^1] is 's' or 'x' ? word[..^1] : word;

    private static string? Elided(string word) => word.Length > 3 && word[0] is 'l' or 'd' && word[1] is 'a' or 'e' or 'i' or 'o' or 'u' or 'h' ? word[1..] : null;

    private static string StemRussian(string word)
    {
        if (word.Length < 5) return word;
        foreach (var ending in RussianEndings)
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending, StringComparison.Ordinal)) return word[..^ending.Length];
        return word;
    }

    private sealed class Language
    {
        private readonly FrozenSet<string> _small;
        private readonly FrozenDictionary<string, string[]> _terms;
        private readonly Func<string, string> _stem;
        private readonly Func<string, string?> _elided;

        public Language(string column, string[] small, Func<string, string> stem, Func<string, string?> elided)
        {
            (Code, _small, _stem, _elided) = (column, small.ToFrozenSet(), stem, elided);
            var terms = new Dictionary<string, string[]>(StringComparer.Ordinal);
            foreach (var (english, others) in Table.Read("glossary.tsv", row => (Folding.Fold(row["en"]).Split(' '), row.List(column))))
                foreach (var other in others) terms.TryAdd(string.Join(' ', Folding.Fold(other).Split(' ').Where(word => !_small.Contains(word)).Select(stem)), english);
            _terms = terms.ToFrozenDictionary();
        }

        public string Code { get; }

        /// <summary>The text in English words as far as they are known; and how many words of it the language knows, none where none of them is a term.</summary>
        public (List<string> Words, int Known) Read(string[] words)
        {
            var (kept, known, terms) = (new List<string>(words.Length), 0, 0);
            foreach (var word in words)
            {
                if (_small.Contains(word)) known++;
                else kept.Add(word);
            }

            var stems = kept.ConvertAll(word => _elided(word) is { } rest && _terms.ContainsKey(_stem(rest)) ? _stem(rest) : _stem(word));
            var read = new List<string>(kept.Count);
            for (var at = 0; at < kept.Count;)
            {
                var (length, english) = Longest(stems, at);
                if (english is null) read.Add(kept[at]);
                else read.AddRange(english);
                // A word that is the same in English says nothing of the language.
                if (english is not null && !english.AsSpan().SequenceEqual(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(kept).Slice(at, length))) terms += length;
                at += length;
            }

            return (read, terms == 0 ? 0 : known + terms);
        }

        private (int Length, string[]? English) Longest(List<string> stems, int at)
        {
            for (var length = Math.Min(LongestPhrase, stems.Count - at); length > 0; length--)
                if (_terms.TryGetValue(length == 1 ? stems[at] : string.Join(' ', stems.GetRange(at, length)), out var english)) return (length, english);
            return (1, null);
        }
    }
}
