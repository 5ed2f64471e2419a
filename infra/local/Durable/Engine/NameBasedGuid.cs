using System.Security.Cryptography;
using System.Text;

namespace ParisPact.Local.Durable.Engine;

/// <summary>GUIDs of version 5 (RFC 9562) in the name space of the published engine: the same name gives the same GUID.</summary>
internal static class NameBasedGuid
{
    private static readonly Guid Namespace = Guid.Parse("9e952958-5e33-4daf-827f-2fa12937b875");

    public static Guid Of(string name)
    {
#pragma warning disable CA5350 // Version 5 is defined with SHA-1; nothing is kept secret by it.
        var hash = SHA1.HashData([.. Namespace.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(hash.AsSpan(0, 16), bigEndian: true);
    }
}
