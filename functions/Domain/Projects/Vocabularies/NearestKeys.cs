using System.Collections.Immutable;
using System.Numerics;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>Finds folded spellings that are a few slips away, among thousands, in microseconds.</summary>
internal sealed class NearestKeys
{
    private readonly ImmutableArray<ImmutableArray<Candidate>> _byLength;

    public NearestKeys(IEnumerable<string> keys)
    {
        var byLength = keys.Where(key => key.Length > 3).Order(StringComparer.Ordinal).ToLookup(key => key.Length);
        var longest = byLength.Select(group => group.Key).DefaultIfEmpty().Max();
        _byLength = [.. Enumerable.Range(0, longest + 1).Select(length => byLength[length].Select(Candidate.Of).ToImmutableArray())];
    }

    /// <summary>The spellings within a slip for every four letters of the text, three at most. A number is near to no other.</summary>
    public IEnumerable<(string Key, int Slips)> To(string key)
    {
        var most = Math.Min(3, key.Length / 4);
        if (most == 0 || key.All(letter => char.IsAsciiDigit(letter) || letter == ' '))
            yield break;

        var sought = Candidate.Of(key);
        var last = Math.Min(key.Length + most, _byLength.Length - 1);
        for (var length = key.Length - most; length <= last; length++)
        {
            foreach (var candidate in _byLength[length])
            {
                if (sought.MayBeWithin(most, candidate) && EditDistance.Within(key, candidate.Key, most) is { } slips)
                    yield return (candidate.Key, slips);
            }
        }
    }

    /// <param name="Key">The folded spelling.</param>
    /// <param name="Letters">A bit for each letter that occurs.</param>
    /// <param name="Pairs">A bit for each pair of neighbours that occurs, several pairs sharing a bit.</param>
    private readonly record struct Candidate(string Key, ulong Letters, ulong Pairs)
    {
        public static Candidate Of(string key)
        {
            var (letters, pairs) = (0UL, 0UL);
            for (var i = 0; i < key.Length; i++)
            {
                letters |= 1UL << (key[i] % 64);
                if (i > 0)
                    pairs |= 1UL << (((key[i - 1] * 31) + key[i]) % 64);
            }

            return new Candidate(key, letters, pairs);
        }

        // A slip changes two of the letters at most, and six of the pairs when it swaps neighbours: this rules out nearly all at once.
        public bool MayBeWithin(int most, Candidate other) =>
            BitOperations.PopCount(Letters ^ other.Letters) <= 2 * most && BitOperations.PopCount(Pairs ^ other.Pairs) <= 6 * most;
    }
}
