using System.Text.Encodings.Web;
using System.Text.Json;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Json;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>Projects as JSON, in the shape in which they are uploaded: <c>{ "projects": [ … ] }</c>.</summary>
internal static class JsonExport
{
    private const int FlushFrom = 32_768;

    public static async Task WriteAsync(IAsyncEnumerable<Project> projects, Stream stream, CancellationToken cancellation)
    {
        await using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteStartArray("projects");
        await foreach (var project in projects.WithCancellation(cancellation).ConfigureAwait(false))
        {
            JsonProjects.Write(json, project);
            if (json.BytesPending >= FlushFrom) await json.FlushAsync(cancellation).ConfigureAwait(false);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
