using System.Numerics;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>A segment with the rows of it that still stand.</summary>
/// <param name="Live">A bit for each row; those behind the last row are 0.</param>
internal sealed record SegmentView(Segment Segment, ulong[] Live)
{
    public int LiveCount { get; } = Live.Sum(static word => BitOperations.PopCount(word));

    public static SegmentView Whole(Segment segment)
    {
        var live = new ulong[(segment.Count + 63) / 64];
        Array.Fill(live, ulong.MaxValue);
        if (segment.Count % 64 != 0) live[^1] = (1UL << (segment.Count % 64)) - 1;
        return new SegmentView(segment, live);
    }

    public bool IsLive(int row) => (Live[row >> 6] >> row & 1) != 0;

    public SegmentView Without(IEnumerable<int> rows)
    {
        var live = (ulong[])Live.Clone();
        foreach (var row in rows) live[row >> 6] &= ~(1UL << row);
        return new SegmentView(Segment, live);
    }
}
