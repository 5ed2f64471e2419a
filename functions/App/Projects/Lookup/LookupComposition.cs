using Microsoft.Extensions.DependencyInjection;
using ParisPact.Functions.Projects.Exports;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>What look-ups are made of.</summary>
internal static class LookupComposition
{
    public static void AddLookups(this IServiceCollection services)
    {
        services.AddSingleton<RateBook>();
        services.AddSingleton<SnapshotStore>();
        services.AddSingleton<ProjectLookup>();
        services.AddSingleton<ProjectExport>();
    }
}
