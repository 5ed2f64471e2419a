using System.Globalization;
using System.Text.Json;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake.Json;

/// <summary>Finds the line and character of a value in a record. Looked for only where there is a problem.</summary>
internal static class JsonLines
{
    /// <param name="json">The record, well-formed.</param>
    /// <param name="pointer">A JSON Pointer within it.</param>
    /// <param name="firstLine">The line where the record begins.</param>
    public static Position Find(ReadOnlySpan<byte> json, string pointer, int firstLine)
    {
        var offset = pointer.Length == 0 ? 0 : OffsetOf(json, pointer);
        var before = json[..offset];
        var line = firstLine + before.Count((byte)'\n');
        var inLine = offset - (before.LastIndexOf((byte)'\n') + 1);
        return new Position(Line: line, Column: line == firstLine ? null : (inLine + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static int OffsetOf(ReadOnlySpan<byte> json, string pointer)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonRecords.Depth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        var found = 0;
        foreach (var step in pointer[1..].Split('/'))
        {
            var name = step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            if (!(reader.TokenType == JsonTokenType.StartObject ? ToProperty(ref reader, name) : reader.TokenType == JsonTokenType.StartArray && ToItem(ref reader, name))) break;
            found = (int)reader.TokenStartIndex;
        }

        return found;
    }

    /// <summary>Of a name that stands twice, the last is meant: the first was read.</summary>
    private static bool ToProperty(ref Utf8JsonReader reader, string name)
    {
        var found = false;
        var value = reader;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var same = Is(ref reader, name);
            reader.Read();
            if (same)
            {
                found = true;
                value = reader;
            }

            reader.Skip();
        }

        if (found) reader = value;
        return found;
    }

    private static bool Is(ref Utf8JsonReader reader, string name)
    {
        try
        {
            return reader.ValueTextEquals(name);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static bool ToItem(ref Utf8JsonReader reader, string name)
    {
        if (!int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)) return false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (index-- == 0) return true;
            reader.Skip();
        }

        return false;
    }
}
