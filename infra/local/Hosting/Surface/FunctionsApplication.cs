using System.Reflection;
using ParisPact.Local.Start;

namespace Microsoft.Azure.Functions.Worker.Builder;

public class FunctionsApplication
{
    /// <summary>Begins an app of the functions in the entry assembly. Here, where there is no host to start the app, it starts what a host would: the storage emulator.</summary>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) =>
        new(Startup.Begin(args, Assembly.GetEntryAssembly()!));
}
