using System.Numerics;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>The numbers of the bits that are set, ascending. A bit may be cleared once it has been reached.</summary>
internal ref struct SetBits(ReadOnlySpan<ulong> words)
{
    private readonly ReadOnlySpan<ulong> _words = words;
    private int _word = -1;
    private ulong _left;

    public int Current { get; private set; } = -1;

    public readonly SetBits GetEnumerator() => this;

    public bool MoveNext()
    {
        while (_left == 0)
        {
            if (++_word >= _words.Length) return false;
            _left = _words[_word];
        }

        Current = (_word << 6) + BitOperations.TrailingZeroCount(_left);
        _left &= _left - 1;
        return true;
    }
}
