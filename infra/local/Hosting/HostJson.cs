using System.Globalization;
using Microsoft.Extensions.Configuration;
using ParisPact.Local.Start;

namespace ParisPact.Local.Hosting;

/// <summary>What the app's <c>host.json</c> asks of its host, with the published defaults.</summary>
internal sealed class HostJson
{
    public const string EnvironmentPrefix = "AzureFunctionsJobHost__";

    /// <summary>As in every plan but the smallest.</summary>
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromMinutes(30);

    /// <summary>The system's timers reach a little further; nobody waits so long for a function.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(49);

    private readonly IConfiguration file;

    /// <exception cref="StartFailure">A value is none that its key takes; in Azure the host does not start then.</exception>
    public HostJson(IConfiguration file)
    {
        this.file = file;
        RoutePrefix = (file["extensions:http:routePrefix"] ?? "api").Trim('/');
        BlobParallelism = Number("extensions:blobs:maxDegreeOfParallelism") ?? 8 * Environment.ProcessorCount;
        PoisonBlobThreshold = Number("extensions:blobs:poisonBlobThreshold") ?? 5;
        ActivityParallelism = Number("extensions:durableTask:maxConcurrentActivityFunctions");
        TaskHub = Hub(file["extensions:durableTask:hubName"] ?? "TestHubName");
        FunctionTimeout = Timeout(file["functionTimeout"]);
    }

    /// <summary>Reads the file in a folder, if it is there; environment variables named <c>AzureFunctionsJobHost__…</c> win over it.</summary>
    /// <exception cref="StartFailure">It is no JSON, or a value is none that its key takes.</exception>
    public static HostJson Read(string folder)
    {
        var path = Path.Combine(folder, "host.json");
        try
        {
            return new(new ConfigurationBuilder().AddJsonFile(path, optional: true).AddEnvironmentVariables(EnvironmentPrefix).Build());
        }
        catch (Exception problem) when (problem is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            var reason = (problem.InnerException?.InnerException ?? problem.InnerException ?? problem).Message;
            throw new StartFailure($"{path} cannot be read: {reason.ReplaceLineEndings(" ")}");
        }
    }

    public IConfiguration Logging => file.GetSection("logging");

    /// <summary>First segments of every HTTP function's path, without slashes at the ends; may be empty.</summary>
    public string RoutePrefix { get; }

    public int BlobParallelism { get; }

    /// <summary>Tries before a blob is set aside.</summary>
    public int PoisonBlobThreshold { get; }

    /// <summary>Activities at a time; null leaves it to the engine.</summary>
    public int? ActivityParallelism { get; }

    public string TaskHub { get; }

    /// <summary>The longest that a function may run; null has no end.</summary>
    public TimeSpan? FunctionTimeout { get; }

    private int? Number(string key) => file[key] switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0 => value,
        var text => throw new StartFailure($"host.json: {key} is '{text}', and must be a whole number above 0."),
    };

    private static string Hub(string name) => name.Length is >= 3 and <= 45 && char.IsAsciiLetter(name[0]) && name.All(char.IsAsciiLetterOrDigit)
        ? name
        : throw new StartFailure($"host.json: extensions:durableTask:hubName is '{name}', and must be 3 to 45 letters and digits, a letter first.");

    private static TimeSpan? Timeout(string? text) => text switch
    {
        null => UsualTimeout,
        "-1" => null,
        _ when TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var value) && value > TimeSpan.Zero => value < LongestTimer ? value : null,
        _ => throw new StartFailure($"host.json: functionTimeout is '{text}', and must be a time such as 00:30:00, or -1 for none."),
    };
}
