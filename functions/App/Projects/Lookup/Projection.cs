using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>
/// The register as look-ups need it, at one moment. Immutable: a look-up works on the one that it was given, while the next is being made.
/// </summary>
/// <param name="Segments">The first is the largest; each is a good deal larger than the next, so that there are few.</param>
/// <param name="Values">Shared by the projections that follow one another until one is made compact.</param>
/// <param name="Position">Of the change log: everything up to it is in here.</param>
/// <param name="Rates">What US dollars are reckoned by.</param>
/// <param name="RatesVersion">Which rates these are.</param>
internal sealed record Projection(ImmutableArray<SegmentView> Segments, ValueTables Values, long Position, MonthlyRates Rates, string RatesVersion)
{
    /// <summary>A segment is merged with the one before it unless that one is this many times larger.</summary>
    private const int Growth = 4;

    public int Count => Segments.Sum(static view => view.LiveCount);

    public static Projection Empty(MonthlyRates rates, string ratesVersion) => new([], new ValueTables(), 0, rates, ratesVersion);

    /// <summary>The version of a project that is in here; null where it is not.</summary>
    public int? VersionOf(ProjectKey key)
    {
        var bytes = ProjectEntry.KeyOf(key);
        foreach (var view in Segments)
            if (view.Segment.Index.Find(bytes) is >= 0 and var row && view.IsLive(row)) return view.Segment.Versions[row];
        return null;
    }

    /// <summary>The projection after some changes.</summary>
    /// <param name="changed">Projects as they stand now, each once.</param>
    /// <param name="gone">Keys of projects that are no more.</param>
    public Projection After(IReadOnlyList<ProjectEntry> changed, IReadOnlyCollection<ProjectKey> gone, long position)
    {
        var keys = changed.Select(static entry => entry.Key).Concat(gone.Select(ProjectEntry.KeyOf)).ToList();
        var segments = new List<SegmentView>(Segments.Length + 1);
        foreach (var view in Segments)
        {
            var dead = keys.Select(key => view.Segment.Index.Find(key)).Where(row => row >= 0 && view.IsLive(row)).ToList();
            var left = dead.Count == 0 ? view : view.Without(dead);
            if (left.LiveCount > 0) segments.Add(left);
        }

        if (changed.Count > 0) segments.Add(SegmentView.Whole(SegmentMerge.Of(changed, Values, Rates)));
        return this with { Segments = Settled(segments), Position = position };
    }

    /// <summary>The projection for one answer, without some projects: it is not to be advanced from.</summary>
    public Projection Without(IReadOnlyCollection<ProjectKey> projects)
    {
        if (projects.Count == 0) return this;
        var keys = projects.Select(ProjectEntry.KeyOf).ToList();
        return this with { Segments = [.. Segments.Select(view => view.Without(keys.Select(key => view.Segment.Index.Find(key)).Where(static row => row >= 0))).Where(static view => view.LiveCount > 0)] };
    }

    /// <summary>The projection by other rates.</summary>
    public Projection With(MonthlyRates rates, string ratesVersion) => this with
    {
        Segments = [.. Segments.Select(view => view with { Segment = view.Segment with { Usd = UsdColumn.Of(view.Segment.Money, Values.Currencies, rates) } })],
        Rates = rates,
        RatesVersion = ratesVersion,
    };

    /// <summary>The same in one segment, with nothing left of projects and names that are no more.</summary>
    public Projection Compact()
    {
        var (segment, values) = SegmentMerge.Canonical(Segments, Values, Rates);
        return this with { Segments = segment.Count == 0 ? [] : [SegmentView.Whole(segment)], Values = values };
    }

    private ImmutableArray<SegmentView> Settled(List<SegmentView> segments)
    {
        segments.Sort(static (left, right) => right.LiveCount.CompareTo(left.LiveCount));
        // From the small end, so that one merge takes in all that has to go together.
        for (var first = segments.Count - 1; first > 0; first--)
        {
            var behind = CollectionsMarshal.AsSpan(segments)[first..];
            var sum = 0;
            foreach (var view in behind) sum += view.LiveCount;
            if (sum * (long)Growth < segments[first - 1].LiveCount) continue;
            var merged = SegmentMerge.Of([.. segments.Skip(first - 1)], Values, Rates);
            segments.RemoveRange(first - 1, segments.Count - first + 1);
            segments.Add(SegmentView.Whole(merged));
            first = segments.Count;
        }

        for (var i = 0; i < segments.Count; i++)
            if (2 * segments[i].LiveCount < segments[i].Segment.Count) segments[i] = SegmentView.Whole(SegmentMerge.Of([segments[i]], Values, Rates));
        return [.. segments];
    }
}
