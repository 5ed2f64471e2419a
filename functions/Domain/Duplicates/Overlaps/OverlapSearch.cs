using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Overlaps;

/// <summary>
/// Finds projects of different partners that do the same thing in the same province at the same time, now or later. What two share is
/// weighed by how few projects have it: one of a hundred in Kandahar and one of ten for drug treatment together say less than two titles that
/// both name a lapis lazuli route.
/// </summary>
public static class OverlapSearch
{
    /// <summary>Overlaps that are listed for one project: more nobody calls.</summary>
    public const int MostEach = 5;

    /// <summary>Days that two must have in common.</summary>
    public const int LeastCommon = 90;

    /// <summary>Projects of one province and theme that are all held against each other.</summary>
    private const int Crowd = 80;

    /// <summary>In a crowd each is held against so many that follow it by sector and start.</summary>
    private const int Neighbours = 40;

    /// <param name="today">What has ended by then is no use to anybody.</param>
    /// <param name="isOther">Whether a pair is known to be something else, such as one project told twice.</param>
    public static OverlapFindings Of(IReadOnlyList<OverlapSubject> subjects, DateOnly today, Func<string, string, bool> isOther)
    {
        var running = subjects.Where(subject => !(subject.End < today)).OrderBy(static subject => subject.Key, StringComparer.Ordinal).ToList();
        var placed = running.Where(static subject => !subject.Provinces.IsEmpty && !subject.Themes.IsEmpty && subject is { Start: not null, End: not null } && subject.Start <= subject.End).ToList();
        var rarity = new OverlapRarity(placed);
        var (seen, found, crowded) = (new HashSet<(int, int)>(), new List<(int One, int Other, double Weight)>(), ImmutableArray.CreateBuilder<(string, string)>());
        foreach (var (place, block) in Blocks(placed))
        {
            var reach = block.Count;
            if (block.Count > Crowd)
            {
                reach = Neighbours;
                crowded.Add(place);
                block.Sort((one, other) => Order(placed[one], placed[other]));
            }

            for (var at = 0; at < block.Count; at++)
                for (var next = at + 1; next < block.Count && next - at <= reach; next++)
                    Look(Math.Min(block[at], block[next]), Math.Max(block[at], block[next]));
        }

        // The projects are in the order of their keys.
        found.Sort(static (one, other) => other.Weight != one.Weight ? other.Weight.CompareTo(one.Weight) : (one.One, one.Other).CompareTo((other.One, other.Other)));
        var listed = MostParticular(found, placed.Count);
        return new OverlapFindings([.. listed.Select(pair => rarity.Explain(pair.One, pair.Other, today))], found.Count - listed.Count, running.Count - placed.Count, crowded.ToImmutable());

        void Look(int one, int other)
        {
            var (left, right) = (placed[one], placed[other]);
            if (left.Partner == right.Partner || Common(left, right, today) < LeastCommon || !seen.Add((one, other)) || isOther(left.Key, right.Key)) return;
            found.Add((one, other, rarity.Weigh(one, other)));
        }
    }

    /// <summary>Days from today on that both run.</summary>
    internal static int Common(OverlapSubject one, OverlapSubject other, DateOnly today)
    {
        var from = Math.Max(today.DayNumber, Math.Max(one.Start!.Value.DayNumber, other.Start!.Value.DayNumber));
        return Math.Min(one.End!.Value.DayNumber, other.End!.Value.DayNumber) - from + 1;
    }

    private static SortedDictionary<(string Province, string Theme), List<int>> Blocks(List<OverlapSubject> subjects)
    {
        var blocks = new SortedDictionary<(string, string), List<int>>(Comparer<(string Province, string Theme)>.Create(static (one, other) =>
            string.CompareOrdinal(one.Province, other.Province) is not 0 and var order ? order : string.CompareOrdinal(one.Theme, other.Theme)));
        for (var at = 0; at < subjects.Count; at++)
            foreach (var province in subjects[at].Provinces.Distinct())
                foreach (var theme in subjects[at].Themes.Distinct())
                {
                    if (!blocks.TryGetValue((province, theme), out var block)) blocks[(province, theme)] = block = [];
                    block.Add(at);
                }

        return blocks;
    }

    private static int Order(OverlapSubject one, OverlapSubject other)
    {
        var sectors = string.CompareOrdinal(one.Sectors.FirstOrDefault(""), other.Sectors.FirstOrDefault(""));
        var order = sectors != 0 ? sectors : one.Start!.Value.CompareTo(other.Start!.Value);
        return order != 0 ? order : string.CompareOrdinal(one.Key, other.Key);
    }

    /// <summary>Of each project the most particular ones, whichever project they are of.</summary>
    private static List<(int One, int Other)> MostParticular(List<(int One, int Other, double Weight)> sorted, int subjects)
    {
        var (times, listed) = (new int[subjects], new List<(int, int)>());
        foreach (var (one, other, _) in sorted)
        {
            times[one]++;
            times[other]++;
            if (times[one] <= MostEach || times[other] <= MostEach) listed.Add((one, other));
        }

        return listed;
    }
}
