using Microsoft.Extensions.DependencyInjection;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Intake.Staging;

namespace ParisPact.Functions.Intake;

/// <summary>What takes files in.</summary>
internal static class IntakeComposition
{
    public static void AddIntake(this IServiceCollection services)
    {
        services.AddSingleton<UploadBook>();
        services.AddSingleton<UploadsAtWork>();
        services.AddSingleton<UploadIntents>();
        services.AddSingleton<UploadStart>();
        services.AddSingleton<UploadAccess>();
        services.AddSingleton<UploadLinks>();
        services.AddSingleton<UploadSweep>();
        services.AddSingleton<ColumnMappings>();
        services.AddSingleton<OfficialSchemas>();
        services.AddSingleton<FileReaders>();
        services.AddSingleton<FileSearch>();
        services.AddSingleton<StagingArea>();
        services.AddSingleton<ReceiptSources>();
        services.AddSingleton<ReceiptFiles>();
        services.AddSingleton<ReceiptReader>();
    }
}
