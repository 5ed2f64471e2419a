using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>
/// The last row of a page: the next page begins behind it in the order of look-ups. What changes meanwhile moves to the front, so that paging
/// shows nothing twice but what has changed since, and leaves nothing out but what moved to the front.
/// </summary>
/// <param name="ChangedAt">Ticks of UTC.</param>
/// <param name="Key">See <see cref="Segment.Keys"/>.</param>
internal sealed record PageCursor(long ChangedAt, byte[] Key)
{
    private const int LongestText = 200;

    /// <summary>An opaque word for addresses.</summary>
    public string Text
    {
        get
        {
            var bytes = new byte[8 + Key.Length];
            BinaryPrimitives.WriteInt64BigEndian(bytes, ChangedAt);
            Key.CopyTo(bytes, 8);
            return Base64Url.EncodeToString(bytes);
        }
    }

    /// <summary>Null where the text is no cursor.</summary>
    public static PageCursor? From(string text)
    {
        if (text.Length > LongestText || !Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= 8) return null;
        var (changedAt, key) = (BinaryPrimitives.ReadInt64BigEndian(bytes), bytes[8..]);
        return changedAt >= 0 && changedAt <= DateTime.MaxValue.Ticks && IsKey(key) ? new PageCursor(changedAt, key) : null;
    }

    /// <summary>A partition and a row: what was tampered with would otherwise pass for a page behind the last.</summary>
    private static bool IsKey(byte[] key) => Encoding.UTF8.GetString(key).Split(' ') is [var partition, var row]
        && partition.Length > 3 && partition[^3] == '-' && char.IsAsciiDigit(partition[^2]) && char.IsAsciiDigit(partition[^1])
        && row.Length == ProjectKey.RowLength && Base64Url.IsValid(row);
}
