using System.Buffers.Text;
using System.Text;

namespace ParisPact.Functions.Platform;

/// <summary>Where the next page begins, as an opaque word of an address.</summary>
internal static class Cursor
{
    public const string Mistake = "This is no cursor: take 'next' of the page before as it is.";

    private const int Longest = 4_096;

    public static string? Of(string? continuation) =>
        string.IsNullOrEmpty(continuation) ? null : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(continuation));

    /// <summary>False where the word is no cursor; a missing one is the first page, null.</summary>
    public static bool TryRead(string? cursor, out string? continuation)
    {
        continuation = null;
        if (string.IsNullOrEmpty(cursor)) return true;
        if (cursor.Length > Longest || !Base64Url.IsValid(cursor)) return false;
        continuation = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return continuation.Length > 0;
    }
}
