using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace ParisPact.Local.Blobs;

/// <summary>
/// The receipts of one function, a table row for each blob, so that a restart knows what is done without asking for each
/// blob. Partitions are cut by the hash of the name: they stay small however many blobs there are.
/// </summary>
internal sealed class BlobReceipts(TableServiceClient tables, string function, string container)
{
    public const string Table = "LocalBlobReceipts";

    private readonly TableClient table = tables.GetTableClient(Table);
    private readonly string prefix = $"{function}|{container}|";

    /// <summary>Every receipt, by the blob's name.</summary>
    public async Task<Dictionary<string, BlobReceipt>> Load(CancellationToken cancellation)
    {
        await tables.CreateTableIfNotExistsAsync(Table, cancellation);
        var receipts = new Dictionary<string, BlobReceipt>(StringComparer.Ordinal);
        var end = prefix[..^1] + '}';
        var rows = table.QueryAsync<TableEntity>($"PartitionKey ge '{prefix}' and PartitionKey lt '{end}'", cancellationToken: cancellation);
        await foreach (var row in rows)
        {
            receipts[row.GetString("Blob")] = new BlobReceipt(row.GetString("Version"), row.GetInt32("Attempts") ?? 0, row.GetBoolean("IsSettled") ?? false);
        }

        return receipts;
    }

    public async Task Write(string blob, BlobReceipt receipt, DateTimeOffset now, CancellationToken cancellation)
    {
        var (partition, key) = Keys(blob);
        await table.UpsertEntityAsync(
            new TableEntity(partition, key)
            {
                ["Blob"] = blob,
                ["Version"] = receipt.ETag,
                ["Attempts"] = receipt.Attempts,
                ["IsSettled"] = receipt.IsSettled,
                ["Written"] = now,
            },
            TableUpdateMode.Replace,
            cancellation);
    }

    public async Task Delete(string blob, CancellationToken cancellation)
    {
        var (partition, key) = Keys(blob);
        await table.DeleteEntityAsync(partition, key, ETag.All, cancellation);
    }

    private (string Partition, string Key) Keys(string blob)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(blob)));
        return (prefix + hash[..2], hash[2..]);
    }
}
