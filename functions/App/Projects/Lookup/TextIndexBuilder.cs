using System.Text;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Makes a <see cref="TextIndex"/> from the words of rows, or from other indexes whose rows have moved.</summary>
internal sealed class TextIndexBuilder
{
    private readonly Dictionary<string, GapList> _rows = new(StringComparer.Ordinal);

    /// <summary>Rows come in ascending order, each word once for a row.</summary>
    public void Add(int row, IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            if (!_rows.TryGetValue(word, out var rows)) _rows.Add(word, rows = new GapList());
            rows.Add(row);
        }
    }

    public TextIndex Build()
    {
        var words = _rows.Select(static pair => (Utf8: Encoding.UTF8.GetBytes(pair.Key), Rows: pair.Value)).ToArray();
        Array.Sort(words, static (left, right) => left.Utf8.AsSpan().SequenceCompareTo(right.Utf8));
        var output = new Output(words.Sum(static word => word.Rows.Length));
        foreach (var (utf8, rows) in words)
        {
            rows.CopyTo(output.Gaps);
            output.Close(utf8);
        }

        return output.Build();
    }

    /// <param name="sources">Indexes, each with the new number of every old row; -1 for a row that is no more. New numbers ascend within a source.</param>
    public static TextIndex Merge(IReadOnlyList<(TextIndex Index, int[] NewRows)> sources)
    {
        var output = new Output(sources.Sum(static source => source.Index.Rows.Length));
        var places = new int[sources.Count];
        var rows = new List<int>();
        while (Least(sources, places) is { } least)
        {
            var word = sources[least].Index.Words.Utf8(places[least]);
            rows.Clear();
            var contributing = 0;
            for (var i = 0; i < sources.Count; i++)
            {
                var (index, newRows) = sources[i];
                if (places[i] == index.Words.Count || !index.Words.Utf8(places[i]).SequenceEqual(word)) continue;
                var old = index.RowsOf(places[i]++);
                var before = rows.Count;
                while (old.Next())
                    if (newRows[old.Row] is >= 0 and var row) rows.Add(row);
                if (rows.Count > before) contributing++;
            }

            if (rows.Count == 0) continue;
            if (contributing > 1) rows.Sort();
            var last = -1;
            foreach (var row in rows)
            {
                GapList.Write(output.Gaps, row - last);
                last = row;
            }

            output.Close(word);
        }

        return output.Build();
    }

    private static int? Least(IReadOnlyList<(TextIndex Index, int[] NewRows)> sources, int[] places)
    {
        int? least = null;
        for (var i = 0; i < sources.Count; i++)
        {
            var words = sources[i].Index.Words;
            if (places[i] == words.Count) continue;
            if (least is not { } other || words.Utf8(places[i]).SequenceCompareTo(sources[other].Index.Words.Utf8(places[other])) < 0) least = i;
        }

        return least;
    }

    private sealed class Output(int capacity)
    {
        private readonly TextColumnBuilder _words = new();
        private readonly List<int> _starts = [0];

        public List<byte> Gaps { get; } = new(capacity);

        public void Close(ReadOnlySpan<byte> word)
        {
            _words.Add(word);
            _starts.Add(Gaps.Count);
        }

        public TextIndex Build() => new(_words.Build(), [.. _starts], [.. Gaps]);
    }

    /// <summary>Ascending row numbers as gaps.</summary>
    private sealed class GapList
    {
        private readonly List<byte> _gaps = new(4);
        private int _last = -1;

        public int Length => _gaps.Count;

        public void Add(int row)
        {
            Write(_gaps, row - _last);
            _last = row;
        }

        public void CopyTo(List<byte> gaps) => gaps.AddRange(_gaps);

        public static void Write(List<byte> gaps, int gap)
        {
            for (; gap >= 0x80; gap >>>= 7) gaps.Add((byte)((gap & 0x7F) | 0x80));
            gaps.Add((byte)gap);
        }
    }
}
