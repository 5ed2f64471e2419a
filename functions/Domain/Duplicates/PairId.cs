using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ParisPact.Domain.Duplicates;

/// <summary>The address of a pair: 22 characters of base64url, the same whichever project is named first, and telling nothing of either.</summary>
public static class PairId
{
    public const int Length = 22;

    private const int Bytes = 16;

    /// <param name="one">The key of a project: a text without a line break that tells it from all others.</param>
    public static string Of(string one, string other)
    {
        var (first, second) = InOrder(one, other);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{first}\n{second}")).AsSpan(0, Bytes));
    }

    /// <summary>The order in which a pair names its projects.</summary>
    public static (string First, string Second) InOrder(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);

    public static bool LooksRight(string text) => text.Length == Length && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
