namespace ParisPact.Functions.Platform;

/// <summary>A file that is gone when it is closed.</summary>
internal static class TemporaryFile
{
    public static FileStream Create() => new(
        Path.Combine(Path.GetTempPath(), $"parispact-{Guid.NewGuid():N}"),
        FileMode.CreateNew,
        FileAccess.ReadWrite,
        FileShare.None,
        bufferSize: 65_536,
        FileOptions.Asynchronous | FileOptions.DeleteOnClose);
}
