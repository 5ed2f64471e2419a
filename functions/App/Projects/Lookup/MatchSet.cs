using System.Numerics;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>All rows that a filter asks for, as bits: what an export goes through.</summary>
internal sealed class MatchSet
{
    private readonly (SegmentView View, ulong[] Bits)[] _segments;

    private MatchSet((SegmentView View, ulong[] Bits)[] segments)
    {
        _segments = segments;
        Count = segments.Sum(static segment => segment.Bits.Sum(static word => BitOperations.PopCount(word)));
    }

    public int Count { get; }

    public static MatchSet Of(Projection projection, ProjectFilter filter)
    {
        var compiled = CompiledFilter.Of(filter, projection.Values);
        return new MatchSet([.. projection.Segments.Select(view => (view, Bits(view, compiled)))]);
    }

    public bool Contains(ProjectKey key)
    {
        var bytes = ProjectEntry.KeyOf(key);
        foreach (var (view, bits) in _segments)
            if (view.Segment.Index.Find(bytes) is >= 0 and var row && (bits[row >> 6] >> row & 1) != 0) return true;
        return false;
    }

    /// <summary>Their keys, segment by segment and newest change first within each.</summary>
    public IEnumerable<ProjectKey> Keys()
    {
        foreach (var (view, bits) in _segments)
            for (var row = 0; row < view.Segment.Count; row++)
                if ((bits[row >> 6] >> row & 1) != 0) yield return ProjectEntry.KeyFrom(view.Segment.Keys.Utf8(row));
    }

    private static ulong[] Bits(SegmentView view, CompiledFilter filter)
    {
        var matcher = new BlockMatcher(view, filter);
        var bits = new ulong[matcher.Blocks * BlockMatcher.BlockWords];
        for (var block = 0; block < matcher.Blocks; block++)
        {
            matcher.MoveTo(block);
            matcher.Matches(bits.AsSpan(block * BlockMatcher.BlockWords, BlockMatcher.BlockWords));
        }

        return bits;
    }
}
