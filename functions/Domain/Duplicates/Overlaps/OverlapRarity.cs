using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Duplicates.Overlaps;

/// <summary>How many of the projects that run have a place, a theme, a sector, a word: what few have says more.</summary>
internal sealed class OverlapRarity
{
    /// <summary>A word of more projects than this part says nothing.</summary>
    private const double OftenSaid = 0.05;

    /// <summary>Words of two titles are not independent: more of them do not say more than this, in bits.</summary>
    private const double MostOfWords = 12;

    private readonly IReadOnlyList<OverlapSubject> _subjects;
    private readonly Dictionary<string, int> _provinces;
    private readonly Dictionary<string, int> _themes;
    private readonly Dictionary<string, int> _sectors;

    /// <summary>The words that say something, in their order, and of how many projects each is.</summary>
    private readonly List<(string Word, int Times)> _words;

    /// <summary>Of each project the numbers of its words that say something, in order.</summary>
    private readonly int[][] _ofSubject;

    public OverlapRarity(IReadOnlyList<OverlapSubject> subjects)
    {
        _subjects = subjects;
        (_provinces, _themes, _sectors) = (Counted(static subject => subject.Provinces), Counted(static subject => subject.Themes), Counted(static subject => subject.Sectors));
        _words = [.. Counted(static subject => subject.Words).Where(word => word.Value >= 2 && word.Value <= Math.Max(2, OftenSaid * subjects.Count)).OrderBy(static word => word.Key, StringComparer.Ordinal).Select(static word => (word.Key, word.Value))];
        var numbers = _words.Index().ToDictionary(static word => word.Item.Word, static word => word.Index, StringComparer.Ordinal);
        _ofSubject = [.. subjects.Select(subject => subject.Words.Where(numbers.ContainsKey).Select(word => numbers[word]).Distinct().Order().ToArray())];
    }

    /// <summary>The sum of what <see cref="Explain"/> says, in bits.</summary>
    public double Weigh(int one, int other)
    {
        var (left, right) = (_subjects[one], _subjects[other]);
        var (_, times) = Purpose(left, right);
        return Bits(_provinces[Rarest(left.Provinces, right.Provinces, _provinces)!]) + Bits(times) + OfWords(Shared(one, other));
    }

    public FoundOverlap Explain(int one, int other, DateOnly today)
    {
        var (left, right, reasons) = (_subjects[one], _subjects[other], ImmutableArray.CreateBuilder<Reason>());
        var province = Rarest(left.Provinces, right.Provinces, _provinces)!;
        reasons.Add(new Reason("place", $"both work in {(PlaceCode.TryParse(province, out var code) ? Places.Describe(code) : province)}", Bits(_provinces[province])));
        var (sector, times) = Purpose(left, right);
        reasons.Add(sector is null
            ? new Reason("theme", $"both are for {Themes.Name(Rarest(left.Themes, right.Themes, _themes)!)}", Bits(times))
            : new Reason("sector", $"both are for {Sectors.OfCode(sector)?.Name ?? "sector"} ({sector})", Bits(times)));
        var end = left.End < right.End ? left.End!.Value : right.End!.Value;
        reasons.Add(new Reason("period", string.Create(CultureInfo.InvariantCulture, $"both run for {Math.Max(1, OverlapSearch.Common(left, right, today) / 30)} months yet, to {end:yyyy-MM-dd}"), 0));
        var words = Shared(one, other);
        if (words.Count > 0) reasons.Add(new Reason("title", $"both name {string.Join(", ", words.OrderBy(word => _words[word].Times).ThenBy(static word => word).Take(5).Select(word => _words[word].Word))}", OfWords(words)));
        var (first, second) = PairId.InOrder(left.Key, right.Key);
        return new FoundOverlap(first, second, reasons.Sum(static reason => reason.Bits), reasons.ToImmutable());
    }

    /// <summary>The rarest sector of both, where it says more than the theme of both; and how many projects have it.</summary>
    private (string? Sector, int Times) Purpose(OverlapSubject left, OverlapSubject right)
    {
        var theme = _themes[Rarest(left.Themes, right.Themes, _themes)!];
        return Rarest(left.Sectors, right.Sectors, _sectors) is { } sector && _sectors[sector] <= theme ? (sector, _sectors[sector]) : (null, theme);
    }

    private List<int> Shared(int one, int other)
    {
        var (left, right, shared) = (_ofSubject[one], _ofSubject[other], new List<int>());
        for (int at = 0, beside = 0; at < left.Length && beside < right.Length;)
        {
            if (left[at] == right[beside]) shared.Add(left[at]);
            var (word, against) = (left[at], right[beside]);
            at += word <= against ? 1 : 0;
            beside += against <= word ? 1 : 0;
        }

        return shared;
    }

    private double OfWords(List<int> words) => Math.Min(MostOfWords, words.Sum(word => Bits(_words[word].Times)));

    private double Bits(int times) => Math.Log2(_subjects.Count / (double)times);

    private static string? Rarest(ImmutableArray<string> one, ImmutableArray<string> other, Dictionary<string, int> times)
    {
        string? rarest = null;
        foreach (var value in one)
        {
            if (!other.Contains(value)) continue;
            if (rarest is null || times[value] < times[rarest] || (times[value] == times[rarest] && string.CompareOrdinal(value, rarest) < 0)) rarest = value;
        }

        return rarest;
    }

    private Dictionary<string, int> Counted(Func<OverlapSubject, ImmutableArray<string>> values)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in _subjects.SelectMany(subject => values(subject).Distinct())) times[value] = times.GetValueOrDefault(value) + 1;
        return times;
    }
}
