using Microsoft.Extensions.Configuration;

namespace ParisPact.Local.Hosting;

/// <summary>Finds the connection string that a binding names.</summary>
internal static class StorageConnection
{
    public const string OfHost = "AzureWebJobsStorage";

    /// <summary>The setting of this name, with or without the prefix <c>AzureWebJobs</c>; the host's own where no name is given.</summary>
    /// <exception cref="FormatException">There is no such setting.</exception>
    public static string Find(string? name, IConfiguration settings)
    {
        var wanted = string.IsNullOrEmpty(name) ? OfHost : name;
        return settings[$"AzureWebJobs{wanted}"] ?? settings[wanted] ?? settings.GetConnectionString(wanted)
            ?? throw new FormatException($"The setting '{wanted}' with the storage connection string is missing.");
    }
}
