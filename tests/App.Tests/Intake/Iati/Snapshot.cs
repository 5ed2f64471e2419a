using System.Runtime.CompilerServices;

namespace ParisPact.Tests.Intake.Iati;

/// <summary>The snapshots of files as they are read, which are texts.</summary>
internal static class Snapshot
{
    public static void Matches(string text, string name, [CallerFilePath] string test = "") => SnapshotFile.Matches(text, name + ".txt", test);
}
