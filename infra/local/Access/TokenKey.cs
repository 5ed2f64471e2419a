using System.Security.Cryptography;
using ParisPact.Local.Start;

namespace ParisPact.Local.Access;

/// <summary>The key that signs this store's tokens: made once, kept in its folder, readable by its owner only.</summary>
internal static class TokenKey
{
    public const string FileName = "token-key.pem";

    /// <exception cref="StartFailure">The file holds no key.</exception>
    public static RSA Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        var key = RSA.Create(2048);
        if (File.Exists(path))
        {
            try
            {
                key.ImportFromPem(File.ReadAllText(path));
                return key;
            }
            catch (Exception problem) when (problem is ArgumentException or CryptographicException)
            {
                throw new StartFailure($"{path} holds no key. Remove it, and a new one is made; tokens that were issued before are then worth nothing.");
            }
        }

        // Written as a whole: half a key would stop every later start.
        var whole = path + ".new";
        File.Delete(whole);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(whole, options))
        {
            writer.Write(key.ExportPkcs8PrivateKeyPem());
        }

        File.Move(whole, path);
        return key;
    }
}
