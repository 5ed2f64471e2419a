using System.Collections.Concurrent;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ParisPact.Functions.Platform;

/// <summary>The app's own tables and containers, on connection <c>Data</c>: made when first asked for, once.</summary>
internal sealed class Storage(BlobServiceClient blobs, TableServiceClient tables, StorageNames names)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<BlobContainerClient>>> _containers = new();
    private readonly ConcurrentDictionary<string, Lazy<Task<TableClient>>> _tables = new();

    public BlobServiceClient Blobs => blobs;

    public TableServiceClient Tables => tables;

    public StorageNames Names => names;

    public Task<BlobContainerClient> ContainerAsync(string name) => Once(_containers, name, async () =>
    {
        var container = blobs.GetBlobContainerClient(names.Container(name));
        await container.CreateIfNotExistsAsync();
        return container;
    });

    public Task<TableClient> TableAsync(string name) => Once(_tables, name, async () =>
    {
        var table = tables.GetTableClient(names.Table(name));
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
