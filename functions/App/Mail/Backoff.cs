using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ParisPact.Functions.Mail;

/// <summary>How long a mail waits before it is tried again.</summary>
internal static class Backoff
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    /// <summary>Where the mail server answered, and said "later" (RFC 5321 4.5.4.1 asks for half an hour and more after the first tries).</summary>
    public static readonly TimeSpan LongestAfterRefusal = TimeSpan.FromHours(4);

    /// <summary>Where the mail server could not be reached: once it is back, nothing shall wait for hours.</summary>
    public static readonly TimeSpan LongestWithoutServer = TimeSpan.FromMinutes(20);

    /// <summary>Twice as long after each try, and up to a quarter more or less, so that what failed together does not come back together.</summary>
    /// <param name="tries">How often it was tried, from 1.</param>
    public static TimeSpan After(string id, int tries, TimeSpan longest)
    {
        var whole = Math.Min(First.TotalSeconds * Math.Pow(2, Math.Clamp(tries - 1, 0, 30)), longest.TotalSeconds);
        // Spread by the mail and the try, not by chance, so that a test sees what happens in earnest.
        var spread = BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{id} {tries}"))) / (double)uint.MaxValue;
        return TimeSpan.FromSeconds(whole * (0.75 + (spread / 2)));
    }
}
