using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake;

/// <summary>Makes write-only links: signed with the account's key where the app has one, else with a key that its identity is given for a day.</summary>
internal sealed class UploadLinks(Storage storage)
{
    /// <summary>Clocks differ: a link works from a little before now.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    public async Task<Uri> ForWritingAsync(string blob, DateTimeOffset now, DateTimeOffset expires, CancellationToken cancellation)
    {
        var client = (await storage.ContainerAsync(Upload.Container)).GetBlobClient(blob);
        var permission = new BlobSasBuilder(BlobSasPermissions.Create | BlobSasPermissions.Write, expires)
        {
            BlobContainerName = client.BlobContainerName,
            BlobName = client.Name,
            Resource = "b",
            StartsOn = now - Skew,
            Protocol = client.Uri.IsLoopback ? SasProtocol.HttpsAndHttp : SasProtocol.Https,
        };
        if (client.CanGenerateSasUri) return client.GenerateSasUri(permission);
        var key = await storage.Blobs.GetUserDelegationKeyAsync(now - Skew, expires, cancellation);
        return new BlobUriBuilder(client.Uri) { Sas = permission.ToSasQueryParameters(key, storage.Blobs.AccountName) }.ToUri();
    }
}
