using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>
/// A report as JSON, whole: <c>{ "date", "previous", "sentence", "figures": { "projects", "changed", "full", "model", "notes" }, "counts": [
/// { "state", "kind", "pairs" } ], "decidedBefore", "groups": [ see <see cref="GroupView"/> ], "pairs": [ see <see cref="PairView"/> ] }</c>.
/// Written without holding more than a piece of it.
/// </summary>
internal static class ReportJson
{
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>Bytes.</summary>
    private const int EnoughToWrite = 262_144;

    /// <param name="stream">Is left open.</param>
    public static async Task WriteAsync(Stream stream, DuplicateReport report, CancellationToken cancellation)
    {
        // Not straight into the stream: the serializer flushes the writer after every value, which would be a write for each.
        var buffer = new ArrayBufferWriter<byte>(2 * EnoughToWrite);
        await using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        Member("date", report.Date);
        Member("previous", report.Previous);
        Member("sentence", ReportWords.Summary(report));
        Member("figures", report.Figures);
        Member("counts", report.Pairs.GroupBy(static pair => (pair.State, pair.Kind)).OrderBy(static some => some.Key).Select(static some => new { state = some.Key.State, kind = some.Key.Kind, pairs = some.Count() }));
        Member("decidedBefore", report.DecidedBefore);
        await ListAsync("groups", report.Groups.Select(GroupView.Of));
        await ListAsync("pairs", report.Pairs.Select(PairView.Of));
        json.WriteEndObject();
        await DrainAsync();

        void Member<T>(string name, T value)
        {
            json.WritePropertyName(name);
            JsonSerializer.Serialize(json, value, ContractJson.Options);
        }

        async Task ListAsync<T>(string name, IEnumerable<T> values)
        {
            json.WriteStartArray(name);
            foreach (var value in values)
            {
                JsonSerializer.Serialize(json, value, ContractJson.Options);
                if (buffer.WrittenCount > EnoughToWrite) await DrainAsync();
            }

            json.WriteEndArray();
        }

        async Task DrainAsync()
        {
            await json.FlushAsync(cancellation);
            await stream.WriteAsync(buffer.WrittenMemory, cancellation);
            buffer.ResetWrittenCount();
        }
    }
}
