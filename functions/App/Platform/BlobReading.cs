using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace ParisPact.Functions.Platform;

internal static class BlobReading
{
    /// <summary>Bytes. Enough to keep a reader busy, and little where many blobs are read at once.</summary>
    private const int ReadAtOnce = 512 * 1024;

    extension(BlobClient blob)
    {
        /// <summary>The blob's content as it is read, from one version of it; null where there is none.</summary>
        public async Task<Stream?> OpenIfThereAsync(CancellationToken cancellation)
        {
            try
            {
                return await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = ReadAtOnce }, cancellation);
            }
            catch (RequestFailedException missing) when (missing.Status == 404)
            {
                return null;
            }
        }
    }
}
