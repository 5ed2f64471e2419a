using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Platform;

/// <summary>What every slice leans on: settings, storage, access, faults.</summary>
internal static class PlatformComposition
{
    /// <summary>What the Functions host itself lets through; the worker's own limit would be 30 MB, with an empty answer.</summary>
    private const long LargestBody = 104_857_600;

    public static void AddPlatform(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddOptions<Settings>().Bind(builder.Configuration).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<Settings>, SettingsCheck>();
        builder.Services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = LargestBody);
        builder.Services.AddSingleton(services => StorageConnection.Open(services.GetRequiredService<IConfiguration>()));
        builder.Services.AddSingleton(services => services.GetRequiredService<Storage>().Blobs);
        builder.Services.AddSingleton(services => services.GetRequiredService<Storage>().Tables);
        builder.Services.AddSingleton(services => services.GetRequiredService<Storage>().Names);
        builder.Services.AddSingleton<TokenCheck>();
        builder.Services.AddSingleton<CallerReader>();
        builder.UseMiddleware<AnswerFaults>();
        builder.UseMiddleware<CheckAccess>();
        builder.UseMiddleware<KnownParameters>();
    }
}
