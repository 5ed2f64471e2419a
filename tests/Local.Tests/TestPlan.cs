using Microsoft.Extensions.Logging;
using ParisPact.Local.Hosting;

namespace ParisPact.Tests;

/// <summary>Plans of hosts that serve the functions of some classes of this assembly.</summary>
internal static class TestPlan
{
    public static LocalPlan Of(ILoggerProvider log, params Type[] classes) => new()
    {
        Assembly = typeof(TestPlan).Assembly,
        Classes = classes,
        Log = log,
        Folder = AppContext.BaseDirectory,
    };
}
