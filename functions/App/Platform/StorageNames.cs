namespace ParisPact.Functions.Platform;

/// <summary>What this installation calls its tables and containers: the names of the design behind a prefix, so that several stores share one account.</summary>
/// <param name="Prefix">Empty, or up to 20 lower-case letters and digits that begin with a letter: fit for a table's name and for a container's.</param>
internal sealed record StorageNames(string Prefix)
{
    public static StorageNames Plain { get; } = new("");

    public string Table(string name) => Prefix + name;

    public string Container(string name) => Prefix + name;
}
