using System.Text.Json;

namespace ParisPact.Local.Start;

/// <summary>Reads <c>local.settings.json</c> as Core Tools does: its <c>Values</c> are settings, which the environment's variables win over.</summary>
internal static class LocalSettings
{
    /// <summary>The file's settings; none when there is no file.</summary>
    /// <exception cref="StartFailure">It is no such file.</exception>
    public static Dictionary<string, string?> Read(string path)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            using var file = JsonDocument.Parse(File.ReadAllBytes(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
            if (file.RootElement.TryGetProperty("Values", out var values))
            {
                foreach (var value in values.EnumerateObject().Where(value => Environment.GetEnvironmentVariable(value.Name) is null))
                {
                    settings[value.Name.Replace("__", ":", StringComparison.Ordinal)] = value.Value.ToString();
                }
            }

            return settings;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw new StartFailure($"{path} cannot be read: {problem.Message}");
        }
    }
}
