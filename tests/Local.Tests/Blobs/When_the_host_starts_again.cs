using Azure.Data.Tables;
using ParisPact.Local.Blobs;

namespace ParisPact.Tests.Blobs;

public sealed class When_the_host_starts_again(AzuriteServer azurite)
{
    private readonly string container = AzuriteServer.UniqueName();

    [Fact]
    public async Task It_repeats_nothing_and_forgets_nothing()
    {
        var seen = new Seen();
        await using (var first = await Start(seen))
        {
            await first.Put("a", "1");
            await first.Put("b", "1");
            await first.Take();
            await first.Put("b", "2");
            await first.Put("c", "1");
        }

        await using var second = await Start(seen);
        await second.Take();
        Assert.Equal(["a: 1", "b: 1", "b: 2", "c: 1"], seen.Lines.Order());
    }

    [Fact]
    public async Task A_run_that_was_broken_off_is_no_failed_try()
    {
        var seen = new Seen();
        var started = new TaskCompletionSource();
        seen.During = async _ =>
        {
            started.TrySetResult();
            await Task.Delay(300);
            throw new OperationCanceledException();
        };
        await using (var first = await BlobRun.Start(azurite, container, seen, watches: true, functions: typeof(BlobFunctions.Text)))
        {
            await first.Put("a", "1");
            await started.Task.WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        }

        Assert.Single(seen.Lines);
        Assert.Equal((0, false), await Receipt());
        seen.During = _ => Task.CompletedTask;
        await using var second = await Start(seen);
        await second.Take();
        Assert.Equal(2, seen.Lines.Count);
        Assert.Equal((1, true), await Receipt());
    }

    [Fact]
    public async Task A_blob_that_brought_the_process_down_five_times_is_set_aside()
    {
        var seen = new Seen();
        await using (var first = await Start(seen))
        {
            await first.Take();
            await first.Put("a", "1");
            var blob = await first.Container.GetBlobClient("a").GetPropertiesAsync(cancellationToken: TestContext.Current.CancellationToken);
            var receipts = new BlobReceipts(azurite.TableService, "TakeText", container);
            await receipts.Write("a", new BlobReceipt(blob.Value.ETag.ToString("G").Trim('"'), 5, false), DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        }

        await using var second = await Start(seen);
        await second.Take();
        Assert.Empty(seen.Lines);
        Assert.Equal((5, true), await Receipt());
    }

    [Fact]
    public async Task What_has_gone_is_forgotten()
    {
        await using var run = await Start(new Seen());
        await run.Put("a", "1");
        await run.Take();
        await run.Container.DeleteBlobAsync("a", cancellationToken: TestContext.Current.CancellationToken);
        await run.Take();
        Assert.Null(await Receipt());
    }

    private Task<BlobRun> Start(Seen seen) => BlobRun.Start(azurite, container, seen, functions: typeof(BlobFunctions.Text));

    private async Task<(int? Attempts, bool? IsSettled)?> Receipt()
    {
        var rows = azurite.TableService.GetTableClient(BlobReceipts.Table).QueryAsync<TableEntity>(cancellationToken: TestContext.Current.CancellationToken);
        await foreach (var row in rows)
        {
            if (row.PartitionKey.Contains(container, StringComparison.Ordinal))
            {
                return (row.GetInt32("Attempts"), row.GetBoolean("IsSettled"));
            }
        }

        return null;
    }
}
