using System.Security.Cryptography;

namespace ParisPact.Local.Access;

/// <summary>The key that signs this store's tokens: made once, kept in its folder, readable by its owner only.</summary>
internal static class TokenKey
{
    public const string FileName = "token-key.pem";

    public static RSA Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var key = RSA.Create(2048);
        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
            return key;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(key.ExportPkcs8PrivateKeyPem());
        return key;
    }
}
