using ParisPact.Local.Node;
using ParisPact.Local.Start;

namespace ParisPact.Local.Storage;

/// <summary>Puts the emulator beside this project, once.</summary>
internal static class AzuriteInstall
{
    private static readonly NodePackage Azurite = new("azurite", "Azurite", "the storage emulator");

    /// <summary>Installs what is missing; quick when nothing is.</summary>
    /// <exception cref="StartFailure">It cannot be installed.</exception>
    public static Task Require(string folder, TextWriter console, CancellationToken cancellation) => Azurite.Require(folder, console, cancellation);
}
