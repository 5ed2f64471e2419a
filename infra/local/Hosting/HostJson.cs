using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace ParisPact.Local.Hosting;

/// <summary>What the app's <c>host.json</c> asks of its host, with the published defaults.</summary>
internal sealed class HostJson(IConfiguration file)
{
    public const string EnvironmentPrefix = "AzureFunctionsJobHost__";

    /// <summary>Reads the file in a folder, if it is there; environment variables named <c>AzureFunctionsJobHost__…</c> win over it.</summary>
    public static HostJson Read(string folder) => new(new ConfigurationBuilder()
        .AddJsonFile(Path.Combine(folder, "host.json"), optional: true)
        .AddEnvironmentVariables(EnvironmentPrefix)
        .Build());

    public IConfiguration Logging => file.GetSection("logging");

    /// <summary>First segments of every HTTP function's path, without slashes at the ends; may be empty.</summary>
    public string RoutePrefix => (file["extensions:http:routePrefix"] ?? "api").Trim('/');

    public int BlobParallelism => Number("extensions:blobs:maxDegreeOfParallelism", 8 * Environment.ProcessorCount);

    /// <summary>Tries before a blob is set aside.</summary>
    public int PoisonBlobThreshold => Number("extensions:blobs:poisonBlobThreshold", 5);

    public string TaskHub => file["extensions:durableTask:hubName"] ?? "TestHubName";

    private int Number(string key, int fallback) =>
        int.TryParse(file[key], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : fallback;
}
