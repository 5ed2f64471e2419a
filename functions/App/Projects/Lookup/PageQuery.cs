using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>A row of a projection.</summary>
internal readonly record struct RowPlace(Segment Segment, int Row)
{
    public PageCursor Cursor => new(Segment.ChangedAt[Row], Segment.Keys.Utf8(Row).ToArray());
}

/// <summary>Answers which projects a filter asks for, a page at a time, newest change first.</summary>
internal static class PageQuery
{
    /// <returns>At most <paramref name="limit"/> rows, and whether there are more behind them.</returns>
    public static (IReadOnlyList<RowPlace> Rows, bool More) Of(Projection projection, ProjectFilter filter, PageCursor? after, int limit)
    {
        var compiled = CompiledFilter.Of(filter, projection.Values);
        var found = new List<RowPlace>();
        foreach (var view in projection.Segments) Collect(view, compiled, after, limit + 1, found);
        // Each segment gives its rows in order; there are few segments, and each gives at most a page.
        found.Sort(static (left, right) => left.Segment.CompareOrder(left.Row, right.Segment.ChangedAt[right.Row], right.Segment.Keys.Utf8(right.Row)));
        return found.Count > limit ? (found.GetRange(0, limit), true) : (found, false);
    }

    private static void Collect(SegmentView view, CompiledFilter filter, PageCursor? after, int most, List<RowPlace> found)
    {
        var start = after is null ? 0 : FirstBehind(view.Segment, after);
        if (start == view.Segment.Count) return;
        var (matcher, until) = (new BlockMatcher(view, filter), found.Count + most);
        Span<ulong> bits = stackalloc ulong[BlockMatcher.BlockWords];
        for (var block = start / BlockMatcher.BlockRows; block < matcher.Blocks && found.Count < until; block++)
        {
            matcher.MoveTo(block);
            matcher.Matches(bits);
            foreach (var bit in new SetBits(bits))
            {
                var row = (block * BlockMatcher.BlockRows) + bit;
                if (row < start) continue;
                found.Add(new RowPlace(view.Segment, row));
                if (found.Count == until) break;
            }
        }
    }

    private static int FirstBehind(Segment segment, PageCursor after)
    {
        var (low, high) = (0, segment.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (segment.CompareOrder(middle, after.ChangedAt, after.Key) <= 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
