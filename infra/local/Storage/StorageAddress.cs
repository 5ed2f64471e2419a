using System.Text.Json.Serialization;

namespace ParisPact.Local.Storage;

/// <summary>The three ports of an emulator on this machine.</summary>
internal sealed record StorageAddress(int Blobs, int Queues, int Tables)
{
    /// <summary>The ports that the emulator takes by default.</summary>
    public static StorageAddress Usual { get; } = new(10000, 10001, 10002);

    /// <summary>Free ones, chosen by the system.</summary>
    public static StorageAddress Any { get; } = new(0, 0, 0);

    /// <summary>With the account and key that every Azurite has; they are published and protect nothing.</summary>
    [JsonIgnore]
    public string ConnectionString =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + $"BlobEndpoint=http://127.0.0.1:{Blobs}/devstoreaccount1;"
        + $"QueueEndpoint=http://127.0.0.1:{Queues}/devstoreaccount1;"
        + $"TableEndpoint=http://127.0.0.1:{Tables}/devstoreaccount1;";
}
