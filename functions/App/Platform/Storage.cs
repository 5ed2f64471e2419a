using System.Collections.Concurrent;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ParisPact.Functions.Platform;

/// <summary>The app's own tables and containers, on connection <c>Data</c>: made when first asked for, once.</summary>
/// <param name="prefix">Put before the names of tables and containers, so that tests can share an emulator; empty in the app.</param>
internal sealed class Storage(BlobServiceClient blobs, TableServiceClient tables, string prefix = "")
{
    private readonly ConcurrentDictionary<string, Lazy<Task<BlobContainerClient>>> _containers = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<TableClient>>> _tables = new();

    public BlobServiceClient Blobs => blobs;

    public TableServiceClient Tables => tables;

    public Task<BlobContainerClient> ContainerAsync(string name) => Once(_containers, name, async () =>
    {
        var container = blobs.GetBlobContainerClient(prefix + name);
        await container.CreateIfNotExistsAsync();
        return container;
    });

    public Task<TableClient> TableAsync(string name) => Once(_tables, name, async () =>
    {
        var table = tables.GetTableClient(prefix + name);
        await table.CreateIfNotExistsAsync();
        return table;
    });

    /// <summary>A creation that failed is forgotten, so that the next caller tries again.</summary>
    private static async Task<T> Once<T>(ConcurrentDictionary<string, Lazy<Task<T>>> made, string name, Func<Task<T>> make)
    {
        var creation = made.GetOrAdd(name, _ => new Lazy<Task<T>>(make));
        try
        {
            return await creation.Value;
        }
        catch
        {
            made.TryRemove(new KeyValuePair<string, Lazy<Task<T>>>(name, creation));
            throw;
        }
    }
}
