namespace ParisPact.Domain.Intake.Tables;

/// <summary>
/// What texts were read as, so that a text that a column repeats is read once. Bounded: once it is full, new texts are read each time.
/// </summary>
internal sealed class TextCache<T>
{
    private const int MostTexts = 8192;
    private const int LongestText = 512;

    private readonly Dictionary<string, T> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public TextCache() => _lookup = _read.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool TryGet(ReadOnlySpan<char> text, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) => _lookup.TryGetValue(text, out value);

    public T Add(ReadOnlySpan<char> text, T value)
    {
        if (_read.Count < MostTexts && text.Length <= LongestText) _lookup[text] = value;
        return value;
    }
}
