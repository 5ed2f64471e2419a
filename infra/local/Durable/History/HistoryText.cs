using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace ParisPact.Local.Durable.History;

/// <summary>History as text, one fact a line, cut into rows and properties that Table Storage takes.</summary>
internal static class HistoryText
{
    /// <summary>UTF-16 characters of a property: 64 KiB at most.</summary>
    private const int PropertyLength = 30_000;

    /// <summary>Properties of a row: 1 MiB at most, and less, so that several rows fit into a batch.</summary>
    private const int PropertiesInRow = 6;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<HistoryEvent> facts)
    {
        var text = new StringBuilder();
        foreach (var fact in facts) text.Append(JsonSerializer.Serialize(fact, Json)).Append('\n');
        return text.ToString();
    }

    public static IEnumerable<HistoryEvent> Read(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<HistoryEvent>(line, Json)!);

    public static string WriteOutbox(IReadOnlyList<OutgoingMessage> outbox) => JsonSerializer.Serialize(outbox, Json);

    public static IReadOnlyList<OutgoingMessage> ReadOutbox(string? text) => text is null ? [] : JsonSerializer.Deserialize<List<OutgoingMessage>>(text, Json)!;

    /// <summary>As many rows as the text needs.</summary>
    public static IEnumerable<TableEntity> Rows(string text, string partition, Func<int, string> rowKey)
    {
        var number = 0;
        for (var at = 0; at < text.Length;)
        {
            var row = new TableEntity(partition, rowKey(number++));
            for (var property = 0; property < PropertiesInRow && at < text.Length; property++)
            {
                var length = Math.Min(PropertyLength, text.Length - at);
                if (char.IsHighSurrogate(text[at + length - 1]) && length > 1) length--;
                row[Property(property)] = text.Substring(at, length);
                at += length;
            }

            yield return row;
        }
    }

    public static string Text(IEnumerable<TableEntity> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            for (var property = 0; row.GetString(Property(property)) is { } piece; property++) text.Append(piece);
        }

        return text.ToString();
    }

    /// <summary>Bytes that a row takes in a request.</summary>
    public static int Size(TableEntity row) => 500 + row.Select(pair => pair.Value).OfType<string>().Sum(piece => JsonEncodedText.Encode(piece).EncodedUtf8Bytes.Length);

    private static string Property(int number) => string.Create(CultureInfo.InvariantCulture, $"Events{number}");
}
