using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>
/// What those who are about to send a file mean by it, in partition <c>intents</c> of table <c>Uploads</c>. Kept until the file is in the book or
/// can come no more: without its intent, a file that was only to be tried would be taken in.
/// </summary>
internal sealed class UploadIntents(Storage storage, TimeProvider time)
{
    private const string Partition = "intents";

    public async Task ExpectAsync(string blob, UploadIntent intent, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition, RowOf(blob)) { ["Blob"] = blob, ["At"] = time.GetUtcNow(), ["Intent"] = JsonSerializer.Serialize(intent, ContractJson.Options) };
        await (await storage.TableAsync(UploadBook.Table)).UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Null where nobody said, as for a file that was dropped.</summary>
    public async Task<UploadIntent?> OfAsync(string blob, CancellationToken cancellation)
    {
        var row = await (await storage.TableAsync(UploadBook.Table)).GetEntityIfExistsAsync<TableEntity>(Partition, RowOf(blob), cancellationToken: cancellation);
        return row.HasValue ? JsonSerializer.Deserialize<UploadIntent>(row.Value!.GetString("Intent"), ContractJson.Options) : null;
    }

    /// <summary>The blobs of which an intent was noted before a time.</summary>
    public async Task<IReadOnlyList<string>> OlderThanAsync(DateTimeOffset noted, CancellationToken cancellation)
    {
        var blobs = new List<string>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and At lt {noted}");
        await foreach (var row in (await storage.TableAsync(UploadBook.Table)).QueryAsync<TableEntity>(filter, select: ["Blob"], cancellationToken: cancellation)) blobs.Add(row.GetString("Blob"));
        return blobs;
    }

    public async Task ForgetAsync(string blob, CancellationToken cancellation) =>
        await (await storage.TableAsync(UploadBook.Table)).DeleteEntityAsync(Partition, RowOf(blob), cancellationToken: cancellation);

    /// <summary>A blob's name may hold what a key may not.</summary>
    private static string RowOf(string blob) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blob)));
}
