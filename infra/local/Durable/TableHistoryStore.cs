using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace ParisPact.Local.Durable;

internal sealed class TableHistoryStore(TableServiceClient tables, BlobServiceClient blobs, string hub = "ParisPact") : IHistoryStore
{
    internal object[] Parts => [tables, blobs, hub];
}
