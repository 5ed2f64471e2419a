using System.Security.Cryptography;
using System.Text;

namespace ParisPact.Functions.Mail;

/// <summary>The ids of mails: 32 hex digits, a hash of the key.</summary>
internal static class MailId
{
    private const int Length = 32;

    public static string Of(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..Length];

    public static bool IsOne(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);

    /// <summary>What receivers know the mail by, the same for every repeat (RFC 5322 3.6.4), without the angle brackets.</summary>
    public static string MessageId(string id, string from) => $"{id}@{from[(from.LastIndexOf('@') + 1)..]}";
}
