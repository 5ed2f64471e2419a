using Azure.Data.Tables;

namespace ParisPact.Functions.Platform;

/// <summary>Bytes over several binary properties of one entity, of up to 64 KiB each: <c>P0</c>, <c>P1</c> and so on.</summary>
internal static class TableBytes
{
    public static void Put(TableEntity entity, string name, ReadOnlySpan<byte> bytes)
    {
        for (var (part, start) = (0, 0); start < bytes.Length; part++, start += TableSizes.MaximumBinary)
            entity[name + part] = bytes[start..Math.Min(start + TableSizes.MaximumBinary, bytes.Length)].ToArray();
    }

    /// <summary>Empty where there are none.</summary>
    public static byte[] Get(TableEntity entity, string name)
    {
        var first = entity.GetBinary(name + 0);
        if (first is null) return [];
        if (first.Length < TableSizes.MaximumBinary) return first;
        using var all = new MemoryStream();
        for (var part = 0; entity.GetBinary(name + part) is { } bytes; part++) all.Write(bytes);
        return all.ToArray();
    }
}
