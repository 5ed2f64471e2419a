using Microsoft.Extensions.DependencyInjection;

namespace ParisPact.Functions.Duplicates;

/// <summary>What finds projects that are told twice, and those that overlap.</summary>
internal static class DuplicatesComposition
{
    public static void AddDuplicates(this IServiceCollection services)
    {
        services.AddSingleton<DuplicateBlobs>();
        services.AddSingleton<FindingsStore>();
        services.AddSingleton<VerdictLog>();
        services.AddSingleton<VerdictImport>();
        services.AddSingleton<Pairs>();
        services.AddSingleton<PairAccess>();
        services.AddSingleton<PairAnswers>();
        services.AddSingleton<PairDecisions>();
        services.AddSingleton<PairExplainer>();
        services.AddSingleton<PairPeople>();
        services.AddSingleton<ConfirmedProjects>();
        services.AddSingleton<Preparing>();
        services.AddSingleton<Comparing>();
        services.AddSingleton<Forgetting>();
        services.AddSingleton<Mailing>();
        services.AddSingleton<ReportMaking>();
        services.AddSingleton<Reporting>();
        services.AddSingleton<DuplicateReports>();
    }
}
