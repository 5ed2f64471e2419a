using System.Buffers;
using System.Globalization;
using System.Text;

namespace ParisPact.Local.Durable.History;

/// <summary>Keys in Table Storage and names of blobs. The characters that a key must not hold are written as <c>^</c> and their code, so that prefixes stay prefixes.</summary>
internal static class StorageKeys
{
    public const string Record = "record";

    private const string MessagePrefix = "m-";
    private const string ChunkPrefix = "h-";

    private static readonly SearchValues<char> Forbidden = SearchValues.Create([.. "/\\#?%^", .. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(char.IsControl)]);

    public static string Partition(string instanceId)
    {
        if (!instanceId.AsSpan().ContainsAny(Forbidden)) return instanceId;
        var key = new StringBuilder(instanceId.Length + 8);
        foreach (var character in instanceId)
        {
            if (Forbidden.Contains(character)) key.Append(CultureInfo.InvariantCulture, $"^{(int)character:x2}");
            else key.Append(character);
        }

        return key.ToString();
    }

    public static string Message(string key) => MessagePrefix + key;

    public static bool IsMessage(string rowKey, out string key)
    {
        key = rowKey.StartsWith(MessagePrefix, StringComparison.Ordinal) ? rowKey[MessagePrefix.Length..] : "";
        return key.Length > 0;
    }

    /// <summary>Chunks sort by generation and then by number.</summary>
    public static string Chunk(int generation, int number) => string.Create(CultureInfo.InvariantCulture, $"{ChunkPrefix}{generation:D10}-{number:D10}");

    public static bool IsChunk(string rowKey) => rowKey.StartsWith(ChunkPrefix, StringComparison.Ordinal);

    /// <summary>The least string that is greater than every string with this prefix.</summary>
    public static string AfterPrefix(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
