using System.Buffers.Binary;
using Azure;
using Azure.Data.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>
/// What stands in a partition, in one row of it: of each project the hash of its content, when it was changed, and the newest file that said the
/// same. A file that is sent again is compared with this instead of with every row, and confirming what it repeats writes one row and not one
/// for each project. Whoever writes a project's row writes this one in the same batch and on the condition that it still stands as it was read:
/// so it never says what is not so, and two merges of one partition never miss each other. A project that it does not tell of must be looked up.
/// </summary>
internal sealed class Manifest
{
    /// <summary>Sorts before every project's row, which begins with a letter, a digit, <c>-</c> or <c>_</c>.</summary>
    public const string RowKey = "!manifest";

    private const int EntryBytes = 48;

    /// <summary>What fits into one row; beyond, the projects whose files are oldest are left out.</summary>
    private const int MostEntries = 800 * 1024 / EntryBytes;

    /// <summary>The columns of its row, all that there can be.</summary>
    public static readonly string[] Columns = [.. Enumerable.Range(0, MostEntries * EntryBytes / TableSizes.MaximumBinary + 1).Select(static part => $"Entries{part}")];

    private readonly Dictionary<UInt128, Entry> _entries = [];

    /// <param name="Hash">Of the content; zero where the row must be asked, since it is withdrawn or on its way to another key.</param>
    /// <param name="File">Of the newest file that said what stands, in ticks of UTC.</param>
    /// <param name="Changed">When the version was made, in ticks of UTC.</param>
    private readonly record struct Entry(UInt128 Hash, long File, long Changed);

    /// <summary>Nothing where the row is not there yet.</summary>
    public ETag Tag { get; set; }

    public bool Changed { get; private set; }

    /// <summary>There is no row of a project in the partition either.</summary>
    public bool IsNew => Tag == default;

    public static Manifest From(TableEntity? entity)
    {
        var manifest = new Manifest();
        if (entity is null) return manifest;
        manifest.Tag = entity.ETag;
        var bytes = TableBytes.Get(entity, "Entries").AsSpan();
        manifest._entries.EnsureCapacity(bytes.Length / EntryBytes);
        for (; bytes.Length >= EntryBytes; bytes = bytes[EntryBytes..])
        {
            manifest._entries[BinaryPrimitives.ReadUInt128LittleEndian(bytes)] = new Entry(
                BinaryPrimitives.ReadUInt128LittleEndian(bytes[16..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]));
        }

        return manifest;
    }

    /// <summary>The time of the newest file that said what the project says.</summary>
    public DateTimeOffset Newest(ProjectRow row) =>
        _entries.TryGetValue(row.Key.Fingerprint, out var entry) && entry.File > row.Origin.FileTime.UtcTicks ? At(entry.File) : row.Origin.FileTime;

    /// <summary>
    /// The time of the newest file that said just this; null where something else stands there, or nothing, or a version that was made since
    /// <paramref name="begun"/>, and the row must be looked at.
    /// </summary>
    public DateTimeOffset? Says(ProjectKey key, ReadOnlySpan<byte> hash, DateTimeOffset begun) =>
        _entries.TryGetValue(key.Fingerprint, out var entry) && entry.Hash != 0 && entry.Hash == HashOf(hash) && entry.Changed < begun.UtcTicks ? At(entry.File) : null;

    /// <summary>A file said what stands.</summary>
    /// <param name="row">As it stands, where it was looked at.</param>
    public void Confirm(ProjectKey key, DateTimeOffset fileTime, ProjectRow? row)
    {
        if (row is not null) Note(row);
        _entries[key.Fingerprint] = _entries[key.Fingerprint] with { File = fileTime.UtcTicks };
        Changed = true;
    }

    /// <summary>The row is going to be written, but not in the next batch: until then it must be asked.</summary>
    public void Leave(ProjectKey key)
    {
        if (_entries.TryGetValue(key.Fingerprint, out var entry)) _entries[key.Fingerprint] = entry with { Hash = 0 };
    }

    /// <summary>The row stands there, or will with the batch that the manifest is written with.</summary>
    public void Note(ProjectRow row)
    {
        Changed = true;
        var key = row.Key.Fingerprint;
        if (row.Kind != RowKind.Project)
        {
            _entries.Remove(key);
            return;
        }

        var hash = row.Withdrawn || row.Move is not null ? 0 : HashOf(row.Hash);
        var file = Math.Max(row.Origin.FileTime.UtcTicks, _entries.GetValueOrDefault(key).File);
        _entries[key] = new Entry(hash, file, row.Origin.At.UtcTicks);
    }

    public TableEntity Entity(string partition)
    {
        var bytes = new byte[Math.Min(_entries.Count, MostEntries) * EntryBytes];
        var rest = bytes.AsSpan();
        var kept = _entries.Count <= MostEntries ? _entries : _entries.OrderByDescending(static entry => entry.Value.File).Take(MostEntries);
        foreach (var (key, entry) in kept)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(rest, key);
            BinaryPrimitives.WriteUInt128LittleEndian(rest[16..], entry.Hash);
            BinaryPrimitives.WriteInt64LittleEndian(rest[32..], entry.File);
            BinaryPrimitives.WriteInt64LittleEndian(rest[40..], entry.Changed);
            rest = rest[EntryBytes..];
        }

        var entity = new TableEntity(partition, RowKey);
        TableBytes.Put(entity, "Entries", bytes);
        return entity;
    }

    /// <summary>For the batch that writes the rows which it was told of.</summary>
    public TableTransactionAction Action(string partition) => IsNew
        ? new TableTransactionAction(TableTransactionActionType.Add, Entity(partition))
        : new TableTransactionAction(TableTransactionActionType.UpdateReplace, Entity(partition), Tag);

    /// <summary>For a batch that writes rows of which it does not tell: all that it does is to see that nobody else writes meanwhile.</summary>
    public TableTransactionAction Touch(string partition) => new(TableTransactionActionType.UpdateMerge, new TableEntity(partition, RowKey), Tag);

    private static UInt128 HashOf(ReadOnlySpan<byte> hash) => hash.Length >= 16 ? BinaryPrimitives.ReadUInt128LittleEndian(hash) : 0;

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
