using System.Reflection;
using ParisPact.Local.Hosting;

namespace ParisPact.Local.Start;

/// <summary>Brings up what the app stands on, before the app composes itself.</summary>
internal static class Startup
{
    public static LocalPlan Begin(string[] args, Assembly app) => new() { Assembly = app, Args = args, Port = 7071 };
}
