using Azure.Data.Tables;

namespace ParisPact.Functions.Platform;

/// <summary>How large an entity is, by the rules of Table Storage, and whether it takes it. The emulator takes more, so this is checked here.</summary>
internal static class TableSizes
{
    /// <summary>Bytes of one binary property.</summary>
    public const int MaximumBinary = 64 * 1024;

    /// <summary>UTF-16 characters of one text property.</summary>
    public const int MaximumText = 32 * 1024;

    /// <summary>Bytes of one entity.</summary>
    public const int MaximumEntity = 1024 * 1024;

    /// <summary>Properties of one entity beside its keys and its time.</summary>
    public const int MaximumProperties = 252;

    /// <summary>Checks keys, properties and the whole.</summary>
    /// <returns>About how many bytes the entity takes in the body of a request: binary as base64, text as UTF-8.</returns>
    /// <exception cref="ArgumentException">Table Storage would refuse it.</exception>
    public static int Guard(TableEntity entity)
    {
        TableKeys.Guard(entity.PartitionKey);
        TableKeys.Guard(entity.RowKey);
        var stored = 4 + 2 * (entity.PartitionKey.Length + entity.RowKey.Length);
        var sent = 700 + 2 * (entity.PartitionKey.Length + entity.RowKey.Length);
        var properties = 0;
        foreach (var (name, value) in entity)
        {
            if (value is null || name is "PartitionKey" or "RowKey" or "Timestamp" or "odata.etag") continue;
            properties++;
            var (inStore, inBody) = value switch
            {
                byte[] bytes when bytes.Length <= MaximumBinary => (bytes.Length + 4, bytes.Length / 3 * 4 + 60),
                string text when text.Length <= MaximumText => (2 * text.Length + 4, 3 * text.Length + 16),
                byte[] or string => throw new ArgumentException($"The property {name} is larger than 64 KiB."),
                _ => (16, 80),
            };
            stored += 8 + 2 * name.Length + inStore;
            sent += name.Length + inBody;
        }

        if (properties > MaximumProperties) throw new ArgumentException($"An entity with {properties} properties: at most {MaximumProperties} are allowed.");
        if (stored > MaximumEntity) throw new ArgumentException($"An entity of {stored} bytes: at most {MaximumEntity} are allowed.");
        return sent;
    }
}
