using System.Buffers.Binary;
using System.Buffers.Text;
using Azure;
using Azure.Data.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>
/// The newest file that repeated a project without changing it, for the projects of one partition where that file is newer than the one the
/// version comes from. Without this, an older file that comes late could overwrite what a newer one has confirmed. It lies in one row of the
/// partition, so that repeating a whole file writes one row and not one for each project; and since every merge writes that row in the same
/// batch as the projects, two merges of one partition never miss each other.
/// </summary>
internal sealed class SeenTimes
{
    /// <summary>Sorts before every project's row, which begins with a letter, a digit, <c>-</c> or <c>_</c>.</summary>
    public const string RowKey = "!seen";

    private const int EntryBytes = 16;

    /// <summary>What fits into one row; beyond, the oldest times are forgotten.</summary>
    private const int MostEntries = 800 * 1024 / EntryBytes;

    /// <summary>The columns of its row, all that there can be.</summary>
    public static readonly string[] Columns = [.. Enumerable.Range(0, MostEntries * EntryBytes / TableSizes.MaximumBinary + 1).Select(static part => $"Seen{part}")];

    private readonly Dictionary<ulong, long> _times = [];

    /// <summary>Nothing where the row is not there yet.</summary>
    public ETag Tag { get; set; }

    public bool Changed { get; private set; }

    public static SeenTimes From(TableEntity? entity)
    {
        var seen = new SeenTimes();
        if (entity is null) return seen;
        seen.Tag = entity.ETag;
        var bytes = TableBytes.Get(entity, "Seen").AsSpan();
        for (; bytes.Length >= EntryBytes; bytes = bytes[EntryBytes..])
            seen._times[BinaryPrimitives.ReadUInt64LittleEndian(bytes)] = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        return seen;
    }

    /// <summary>The time of the newest file that said what the project says.</summary>
    public DateTimeOffset Newest(ProjectRow row) =>
        _times.TryGetValue(NumberOf(row.Key), out var ticks) && ticks > row.Origin.FileTime.UtcTicks ? new DateTimeOffset(ticks, TimeSpan.Zero) : row.Origin.FileTime;

    public void Confirm(ProjectKey key, DateTimeOffset fileTime)
    {
        _times[NumberOf(key)] = fileTime.UtcTicks;
        Changed = true;
    }

    /// <summary>The project has a new version, which carries the time itself.</summary>
    public void Forget(ProjectKey key) => Changed |= _times.Remove(NumberOf(key));

    public TableEntity Entity(string partition)
    {
        var bytes = new byte[Math.Min(_times.Count, MostEntries) * EntryBytes];
        var rest = bytes.AsSpan();
        foreach (var (number, ticks) in _times.OrderByDescending(static entry => entry.Value).ThenBy(static entry => entry.Key).Take(MostEntries))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(rest, number);
            BinaryPrimitives.WriteInt64LittleEndian(rest[8..], ticks);
            rest = rest[EntryBytes..];
        }

        var entity = new TableEntity(partition, RowKey);
        TableBytes.Put(entity, "Seen", bytes);
        return entity;
    }

    private static ulong NumberOf(ProjectKey key)
    {
        Span<byte> bytes = stackalloc byte[32];
        Base64Url.DecodeFromChars(key.Row, bytes);
        return BinaryPrimitives.ReadUInt64LittleEndian(bytes);
    }
}
