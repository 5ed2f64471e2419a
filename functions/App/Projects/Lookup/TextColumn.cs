using System.Text;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Texts in one array of UTF-8: a text costs its bytes and four more, and no object.</summary>
/// <param name="Bytes">All texts, one after the other.</param>
/// <param name="Starts">Where each text begins, and at the end where the last one ends.</param>
internal sealed record TextColumn(byte[] Bytes, int[] Starts)
{
    public int Count => Starts.Length - 1;

    public ReadOnlySpan<byte> Utf8(int row) => Bytes.AsSpan(Starts[row], Starts[row + 1] - Starts[row]);

    public string this[int row] => Encoding.UTF8.GetString(Utf8(row));
}
