using Azure.Storage.Blobs.Specialized;

namespace ParisPact.Tests.Blobs;

public sealed class When_a_container_is_watched(AzuriteServer azurite)
{
    private readonly string container = AzuriteServer.UniqueName();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_new_blob_is_noticed(bool hints)
    {
        await using var run = await BlobRun.Start(azurite, container, watches: true, hints: hints, functions: typeof(BlobFunctions.Text));
        for (var i = 0; i < 3; i++)
        {
            await Task.Delay(300, TestContext.Current.CancellationToken);
            await run.Put($"b{i}", "1");
            await Poll.Until(() => run.Seen.Lines.Count == i + 1);
        }
    }

    [Fact]
    public async Task Blocks_that_are_committed_later_are_noticed_when_the_emulator_writes_its_index()
    {
        await using var run = await BlobRun.Start(azurite, container, watches: true, hints: true, functions: typeof(BlobFunctions.Text));
        var blob = run.Container.GetBlockBlobClient("staged");
        using (var content = new MemoryStream("12"u8.ToArray()))
        {
            await blob.StageBlockAsync("AAAA", content, cancellationToken: TestContext.Current.CancellationToken);
        }

        await Task.Delay(400, TestContext.Current.CancellationToken);
        await blob.CommitBlockListAsync(["AAAA"], cancellationToken: TestContext.Current.CancellationToken);
        await Poll.Until(() => run.Seen.Lines.Count == 1);
        Assert.Equal(["staged: 12"], run.Seen.Lines);
    }

    [Fact]
    public async Task A_container_may_be_made_later()
    {
        await using var run = await BlobRun.Start(azurite, container, watches: true, hints: true, functions: typeof(BlobFunctions.Text));
        await run.Container.DeleteAsync(cancellationToken: TestContext.Current.CancellationToken);
        await Task.Delay(300, TestContext.Current.CancellationToken);
        await run.Container.CreateAsync(cancellationToken: TestContext.Current.CancellationToken);
        await run.Put("a", "1");
        await Poll.Until(() => run.Seen.Lines.Count == 1);
    }
}
