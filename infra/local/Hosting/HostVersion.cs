using System.Reflection;

namespace ParisPact.Local.Hosting;

/// <summary>The version of this runtime, without the build's commit.</summary>
internal static class HostVersion
{
    public static string Text { get; } =
        typeof(HostVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
