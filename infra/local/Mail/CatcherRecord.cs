using System.Text.Json;

namespace ParisPact.Local.Mail;

/// <summary>What the data folder knows of the mail catcher that was last started on it.</summary>
/// <param name="Address">Null until it listened for the first time.</param>
internal sealed record CatcherRecord(int Process, DateTime Started, CatcherAddress? Address)
{
    private static readonly CatcherRecord None = new(0, default, null);

    public static CatcherRecord Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize<CatcherRecord>(File.ReadAllBytes(Location(folder))) ?? None;
        }
        catch (Exception unreadable) when (unreadable is FileNotFoundException or JsonException)
        {
            return None;
        }
    }

    /// <summary>Written as a whole: half a record would forget a catcher that still runs.</summary>
    public void Write(string folder)
    {
        var whole = Location(folder) + ".new";
        File.WriteAllBytes(whole, JsonSerializer.SerializeToUtf8Bytes(this));
        File.Move(whole, Location(folder), overwrite: true);
    }

    private static string Location(string folder) => Path.Combine(folder, "mail.json");
}
