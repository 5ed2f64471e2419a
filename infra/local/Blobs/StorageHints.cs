namespace ParisPact.Local.Blobs;

/// <summary>
/// Watches the files in which the emulator keeps blobs: they change at once when a body is written, and within five seconds
/// when only its index changes (an empty blob, a late commit of blocks). What changed they do not say, only that something did.
/// </summary>
internal sealed class StorageHints : IDisposable
{
    private readonly FileSystemWatcher watcher;

    /// <summary>Hints from this folder; null where there is none, or where the system has no watcher left to give.</summary>
    public static StorageHints? From(string? folder, Action hint)
    {
        try
        {
            return Directory.Exists(folder) ? new StorageHints(folder, hint) : null;
        }
        catch (IOException)
        {
            // Such as a used-up limit of watchers. Looking again and again does without hints.
            return null;
        }
    }

    private StorageHints(string folder, Action hint)
    {
        watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite | NotifyFilters.Size,
        };
        void Notice(string? name)
        {
            if (name is not null && IsOfBlobs(name))
            {
                hint();
            }
        }

        watcher.Changed += (_, change) => Notice(change.Name);
        watcher.Created += (_, change) => Notice(change.Name);
        watcher.Renamed += (_, change) => Notice(change.Name);
        // The watcher has lost count: anything may have changed.
        watcher.Error += (_, _) => hint();
        watcher.EnableRaisingEvents = true;
    }

    public void Dispose() => watcher.Dispose();

    private static bool IsOfBlobs(string name) =>
        name.StartsWith("__blobstorage__", StringComparison.Ordinal) || name == "__azurite_db_blob__.json";
}
