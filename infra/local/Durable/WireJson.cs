using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace ParisPact.Local.Durable;

/// <summary>JSON as the Functions worker writes it by default: names as declared, read without case.</summary>
internal static class WireJson
{
    public static DataConverter Converter { get; } = new JsonDataConverter(new JsonSerializerOptions { PropertyNameCaseInsensitive = true });
}
