using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace ParisPact.Functions.Platform;

/// <summary>How the app reaches its storage: by a connection string, or in Azure by its identity and no key.</summary>
internal static class StorageConnection
{
    private const string Name = "Data";

    /// <exception cref="InvalidOperationException">Neither a connection string nor addresses are set.</exception>
    public static Storage Open(IConfiguration settings)
    {
        if ((settings[Name] ?? settings[$"ConnectionStrings:{Name}"]) is { Length: > 0 } connection)
            return new Storage(new BlobServiceClient(connection), new TableServiceClient(connection), StorageNames.Plain);
        var credential = Credential(settings[$"{Name}:clientId"]);
        return new Storage(
            new BlobServiceClient(Address(settings, "blobServiceUri"), credential),
            new TableServiceClient(Address(settings, "tableServiceUri"), credential),
            StorageNames.Plain);
    }

    private static Uri Address(IConfiguration settings, string name) =>
        Uri.TryCreate(settings[$"{Name}:{name}"], UriKind.Absolute, out var address)
            ? address
            : throw new InvalidOperationException($"Neither the connection string {Name} nor {Name}__{name} is set.");

    private static DefaultAzureCredential Credential(string? clientId) => new DefaultAzureCredential(
        new DefaultAzureCredentialOptions { ManagedIdentityClientId = clientId });
}
