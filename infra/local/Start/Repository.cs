namespace ParisPact.Local.Start;

/// <summary>Finds the files of the runtime that are not compiled: the emulator's package and the samples.</summary>
internal static class Repository
{
    /// <summary>The root, above the running program or the current directory.</summary>
    /// <exception cref="StartFailure">Neither lies in the repository.</exception>
    public static string Root => Found ?? throw new StartFailure($"infra/local was not found above {AppContext.BaseDirectory}: the local runtime runs from its repository.");

    /// <summary>The folder with package.json, the installed emulator and the samples.</summary>
    public static string Local => Path.Combine(Root, "infra", "local");

    private static string? Found { get; } = Find(AppContext.BaseDirectory) ?? Find(Directory.GetCurrentDirectory());

    private static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "infra", "local", "package-lock.json")))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
