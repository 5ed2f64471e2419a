using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ParisPact.Domain.Duplicates;

/// <summary>The address of a pair: 22 characters of base64url, the same whichever project is named first, and telling nothing of either.</summary>
public static class PairId
{
    private const int Bytes = 16;

    public const int Length = 22;

    public static string Of(ProjectIdentity one, ProjectIdentity other)
    {
        var (first, second) = ProjectIdentity.Compare(one, other) <= 0 ? (one, other) : (other, one);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{first} {second}")).AsSpan(0, Bytes));
    }

    public static bool LooksRight(string text) => text.Length == Length && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
