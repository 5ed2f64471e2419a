namespace ParisPact.Tests;

public sealed class When_the_emulator_starts(AzuriteServer azurite)
{
    [Fact]
    public async Task It_takes_a_blob()
    {
        var container = new Azure.Storage.Blobs.BlobContainerClient(azurite.Connection, AzuriteServer.Prefix());
        await container.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(await container.ExistsAsync(TestContext.Current.CancellationToken));
    }
}
