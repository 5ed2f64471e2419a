using System.Runtime.CompilerServices;

namespace ParisPact.Tests;

/// <summary>Compares a text with the file that lies beside its test. <c>PARISPACT_ACCEPT=1</c> takes the new one, except where <c>CI=true</c>.</summary>
internal static class SnapshotFile
{
    /// <param name="name">Of the file in the folder <c>Snapshots</c> beside the test, with its ending.</param>
    public static void Matches(string text, string name, [CallerFilePath] string test = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(test)!, "Snapshots", name);
        var now = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("PARISPACT_ACCEPT") == "1")
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", "Snapshots are not accepted in CI.");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, now);
            return;
        }

        Assert.True(File.Exists(path), $"There is no snapshot {name}; make it with PARISPACT_ACCEPT=1.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), now);
    }
}
