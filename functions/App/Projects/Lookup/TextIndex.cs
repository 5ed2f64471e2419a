using System.Text;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Which rows hold which words.</summary>
/// <param name="Words">Distinct words in the order of their bytes.</param>
/// <param name="Starts">Where each word's rows begin in <paramref name="Rows"/>, and at the end where the last ones end.</param>
/// <param name="Rows">For each word the gaps between its ascending row numbers, seven bits to a byte, the first counted from -1.</param>
internal sealed record TextIndex(TextColumn Words, int[] Starts, byte[] Rows)
{
    /// <summary>Sets the bits of the rows that have all the words, of which the last need only begin one; clears the others.</summary>
    public void Match(IReadOnlyList<string> words, Span<ulong> bits)
    {
        bits.Fill(ulong.MaxValue);
        var one = new ulong[bits.Length];
        for (var i = 0; i < words.Count; i++)
        {
            var word = Encoding.UTF8.GetBytes(words[i]);
            Array.Clear(one);
            var first = FirstAtOrBehind(word);
            for (var place = first; place < Words.Count; place++)
            {
                var found = Words.Utf8(place);
                if (i < words.Count - 1 ? !found.SequenceEqual(word) : !found.StartsWith(word)) break;
                SetRows(place, one);
            }

            for (var j = 0; j < bits.Length; j++) bits[j] &= one[j];
        }
    }

    /// <summary>The rows of the word at a place, ascending.</summary>
    public Reader RowsOf(int place) => new(Rows.AsSpan(Starts[place], Starts[place + 1] - Starts[place]));

    private int FirstAtOrBehind(ReadOnlySpan<byte> word)
    {
        var (low, high) = (0, Words.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (Words.Utf8(middle).SequenceCompareTo(word) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    private void SetRows(int place, Span<ulong> bits)
    {
        var rows = RowsOf(place);
        while (rows.Next()) bits[rows.Row >> 6] |= 1UL << rows.Row;
    }

    /// <summary>Reads row numbers back from their gaps.</summary>
    internal ref struct Reader(ReadOnlySpan<byte> gaps)
    {
        private readonly ReadOnlySpan<byte> _gaps = gaps;
        private int _at;

        public int Row { get; private set; } = -1;

        public bool Next()
        {
            if (_at == _gaps.Length) return false;
            var (gap, shift) = (0, 0);
            byte part;
            do
            {
                part = _gaps[_at++];
                gap |= (part & 0x7F) << shift;
                shift += 7;
            }
            while (part >= 0x80);
            Row += gap;
            return true;
        }
    }
}
