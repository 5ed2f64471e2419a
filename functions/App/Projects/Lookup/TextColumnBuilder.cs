using System.Text;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Makes a <see cref="TextColumn"/>.</summary>
internal sealed class TextColumnBuilder
{
    private readonly List<int> _starts = [0];
    private byte[] _bytes = new byte[1024];
    private int _length;

    public void Add(string text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_length));
        _starts.Add(_length);
    }

    public void Add(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
        _starts.Add(_length);
    }

    public TextColumn Build() => new(_bytes.AsSpan(0, _length).ToArray(), [.. _starts]);

    private void Reserve(int more)
    {
        if (_length + more > _bytes.Length) Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _length + more));
    }
}
