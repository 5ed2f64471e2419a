using System.Security.Cryptography;
using System.Text;
using Azure;

namespace ParisPact.Functions.Intake;

/// <summary>
/// An upload's name: a pure function of the blob's name and its version, so that every door that sees the same file gives it the same id.
/// </summary>
internal static class UploadId
{
    public const int Length = 16;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>Sixteen letters and digits (80 bits) that nobody mistakes for others: Crockford's alphabet in lower case.</summary>
    public static string Of(string blob, ETag version)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{blob}\n{version.ToString("G").Trim('"')}"));
        var id = new char[Length];
        for (var at = 0; at < Length; at++)
        {
            var bit = at * 5;
            var pair = (hash[bit / 8] << 8) | hash[(bit / 8) + 1];
            id[at] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
        }

        return new string(id);
    }

    public static bool IsOne(string text) => text.Length == Length && text.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal));
}
