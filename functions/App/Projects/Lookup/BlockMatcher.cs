using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>
/// Finds the rows of a segment that a filter asks for, block by block in ascending order, so that a page costs no more than the blocks that
/// it reaches into. Apart from a filter by words, which looks through the whole segment, nothing here grows with the register.
/// </summary>
internal sealed class BlockMatcher
{
    public const int BlockRows = 4_096;

    public const int BlockWords = BlockRows / 64;

    private readonly SegmentView _view;
    private readonly ProjectFilter _filter;
    private readonly ImmutableArray<Facet> _facets;
    private readonly Cursor[][] _cursors;
    private readonly ulong[]? _words;
    private readonly ulong[] _base = new ulong[BlockWords];
    private readonly ulong[] _byFacet;

    public BlockMatcher(SegmentView view, CompiledFilter filter)
    {
        (_view, _filter, _facets) = (view, filter.Filter, filter.Facets);
        _byFacet = new ulong[_facets.Length * BlockWords];
        _cursors = [.. _facets.Select(facet => CursorsOf(view.Segment.Facets[(int)facet], filter.Wanted[(int)facet]!))];
        if (_filter.Words.IsEmpty) return;
        _words = new ulong[view.Live.Length];
        view.Segment.Text.Match(_filter.Words, _words);
    }

    public int Blocks => (_view.Segment.Count + BlockRows - 1) / BlockRows;

    /// <summary>Looks at a block; blocks come in ascending order, and may be left out.</summary>
    public void MoveTo(int block)
    {
        MatchBase(block);
        Array.Clear(_byFacet);
        for (var i = 0; i < _facets.Length; i++) MatchFacet(_cursors[i], block, _byFacet.AsSpan(i * BlockWords, BlockWords));
    }

    /// <summary>The rows of the block that the filter asks for, the facets excepted not looked at.</summary>
    public void Matches(Span<ulong> bits, Facet? except = null)
    {
        _base.CopyTo(bits);
        for (var i = 0; i < _facets.Length; i++)
        {
            if (_facets[i] == except) continue;
            var facet = _byFacet.AsSpan(i * BlockWords, BlockWords);
            for (var j = 0; j < BlockWords; j++) bits[j] &= facet[j];
        }
    }

    private void MatchBase(int block)
    {
        var first = block * BlockWords;
        var count = Math.Min(BlockWords, _view.Live.Length - first);
        Array.Clear(_base);
        _view.Live.AsSpan(first, count).CopyTo(_base);
        if (_words is not null)
            for (var i = 0; i < count; i++) _base[i] &= _words[first + i];
        if (_filter.Withdrawn && _filter.From is null && _filter.To is null) return;
        foreach (var row in new SetBits(_base))
            if (!IsAsked((block * BlockRows) + row)) _base[row >> 6] &= ~(1UL << row);
    }

    /// <summary>An unknown start lies before, an unknown end behind every day.</summary>
    private bool IsAsked(int row)
    {
        var segment = _view.Segment;
        if (!_filter.Withdrawn && segment.IsWithdrawn(row)) return false;
        if (_filter.To is { } to && segment.Start(row) > to.DayNumber) return false;
        return _filter.From is not { } from || segment.End(row) is var end && (end == Segment.NoDay || end >= from.DayNumber);
    }

    private static void MatchFacet(Cursor[] cursors, int block, Span<ulong> bits)
    {
        var (first, behind) = (block * BlockRows, (block + 1) * BlockRows);
        foreach (ref var cursor in cursors.AsSpan())
        {
            if (cursor.Next < cursor.End && cursor.Rows[cursor.Next] < first)
                cursor.Next = AtOrBehind(cursor, first);
            for (; cursor.Next < cursor.End && cursor.Rows[cursor.Next] < behind; cursor.Next++)
            {
                var row = cursor.Rows[cursor.Next] - first;
                bits[row >> 6] |= 1UL << row;
            }
        }
    }

    private static int AtOrBehind(Cursor cursor, int row)
    {
        var place = Array.BinarySearch(cursor.Rows, cursor.Next, cursor.End - cursor.Next, row);
        return place < 0 ? ~place : place;
    }

    private static Cursor[] CursorsOf(FacetColumn column, bool[] wanted)
    {
        var cursors = new List<Cursor>();
        for (var i = 0; i < column.Posted.Length; i++)
            if (column.Posted[i] < wanted.Length && wanted[column.Posted[i]]) cursors.Add(new Cursor(column.Rows, column.PostingStarts[i], column.PostingStarts[i + 1]));
        return [.. cursors];
    }

    /// <summary>Where the reading of one value's rows stands.</summary>
    private struct Cursor(int[] rows, int next, int end)
    {
        public readonly int[] Rows = rows;
        public readonly int End = end;
        public int Next = next;
    }
}
