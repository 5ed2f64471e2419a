using System.Text.Json;

namespace ParisPact.Local.Storage;

/// <summary>What the data folder knows of its store: who it is, and the emulator that was last started on it.</summary>
/// <param name="Id">Made once for the folder; a blob in the store bears it, so that an emulator can be asked whose data it serves.</param>
internal sealed record StoreRecord(string Id, int Process, DateTime Started, StorageAddress? Address)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    public static StoreRecord Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<StoreRecord>(File.ReadAllBytes(Location(folder))) is { Id: not null } record ? record : New();
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or JsonException)
        {
            return New();
        }
    }

    /// <summary>Written as a whole: half a record would forget an emulator that still runs.</summary>
    public void Write(string folder)
    {
        var whole = Location(folder) + ".new";
        File.WriteAllBytes(whole, JsonSerializer.SerializeToUtf8Bytes(this, Readable));
        File.Move(whole, Location(folder), overwrite: true);
    }

    private static StoreRecord New() => new(Guid.NewGuid().ToString("N"), 0, default, null);

    private static string Location(string folder) => Path.Combine(folder, "store.json");
}
