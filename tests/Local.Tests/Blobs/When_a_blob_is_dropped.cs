using Azure.Storage.Blobs.Models;

namespace ParisPact.Tests.Blobs;

public sealed class When_a_blob_is_dropped(AzuriteServer azurite)
{
    private readonly string container = AzuriteServer.UniqueName();

    [Fact]
    public async Task The_function_takes_it_once()
    {
        await using var run = await Start(typeof(BlobFunctions.Text));
        await run.Put("acme/a b/é.csv", "1");
        await run.Take();
        await run.Take();
        Assert.Equal(["acme/a b/é.csv: 1"], run.Seen.Lines);
    }

    [Fact]
    public async Task A_new_version_is_taken_again()
    {
        await using var run = await Start(typeof(BlobFunctions.Text));
        await run.Put("a", "1");
        await run.Take();
        await run.Put("a", "2");
        await run.Take();
        Assert.Equal(["a: 1", "a: 2"], run.Seen.Lines);
    }

    [Fact]
    public async Task What_was_there_before_the_start_is_taken_too()
    {
        await azurite.BlobService.CreateBlobContainerAsync(container, cancellationToken: TestContext.Current.CancellationToken);
        await azurite.BlobService.GetBlobContainerClient(container).GetBlobClient("old").UploadAsync(BinaryData.FromString("1"), TestContext.Current.CancellationToken);
        await using var run = await Start(typeof(BlobFunctions.Text));
        await run.Take();
        Assert.Equal(["old: 1"], run.Seen.Lines);
    }

    [Fact]
    public async Task The_parts_of_its_path_and_its_binding_data_come_with_it()
    {
        await using var run = await Start(typeof(BlobFunctions.Streamed));
        await run.Container.GetBlobClient("acme/2024/y.csv").UploadAsync(BinaryData.FromString("1"), new BlobUploadOptions { Metadata = new Dictionary<string, string> { ["by"] = "Ada" } }, TestContext.Current.CancellationToken);
        await run.Take();
        Assert.Equal(["acme/2024 | y.csv | 1 | acme/2024/y.csv | {\"by\":\"Ada\"}"], run.Seen.Lines);
    }

    [Theory]
    [InlineData(typeof(BlobFunctions.Bytes), "31")]
    [InlineData(typeof(BlobFunctions.Client), "a 1")]
    public async Task It_comes_as_the_parameter_wants_it(Type function, string expected)
    {
        await using var run = await Start(function);
        await run.Put("a", "1");
        await run.Take();
        Assert.Equal([expected], run.Seen.Lines);
    }

    [Fact]
    public async Task Every_function_that_matches_takes_it()
    {
        await using var run = await Start(typeof(BlobFunctions.Text), typeof(BlobFunctions.Bytes));
        await run.Put("a", "1");
        await run.Take();
        Assert.Equal(["31", "a: 1"], run.Seen.Lines.Order());
    }

    [Fact]
    public async Task An_empty_one_and_the_longest_name_are_taken_as_well()
    {
        await using var run = await Start(typeof(BlobFunctions.Text));
        // 1,024 characters are the longest name that Azure allows; Azurite keeps it in its index, not as a file's name.
        var name = "x/" + new string('n', 1000);
        await run.Put(name, "");
        await run.Take();
        Assert.Equal([$"{name}: "], run.Seen.Lines);
    }

    [Fact]
    public async Task A_control_character_in_a_name_hides_no_other()
    {
        await using var run = await BlobRun.Start(azurite, AzuriteServer.UniqueName(), functions: typeof(BlobFunctions.Text));
        string[] names = ["acme/a.csv", "acme/\u0001\u0000.csv", "acme/\uffff", "acme/tab\t.csv", "zeta/z.csv"];
        foreach (var name in names) await run.Put(name, "x");
        await run.Take();
        Assert.Equal(names.Select(name => $"{name}: x").Order(StringComparer.Ordinal), run.Seen.Lines.Order(StringComparer.Ordinal));

        var pages = new List<string>();
        await foreach (var page in run.Container.GetBlobsAsync().AsPages(pageSizeHint: 1)) pages.AddRange(page.Values.Select(blob => blob.Name));
        Assert.Equal(names.Order(StringComparer.Ordinal), pages);
    }

    [Fact]
    public async Task No_more_run_at_once_than_the_host_allows()
    {
        Environment.SetEnvironmentVariable("AzureFunctionsJobHost__extensions__blobs__maxDegreeOfParallelism", "3");
        try
        {
            await using var run = await Start(typeof(BlobFunctions.Text));
            run.Seen.During = _ => Task.Delay(50);
            for (var i = 0; i < 12; i++)
            {
                await run.Put($"b{i}", "1");
            }

            await run.Take();
            Assert.Equal((12, 3), (run.Seen.Lines.Count, run.Seen.Most));
        }
        finally
        {
            Environment.SetEnvironmentVariable("AzureFunctionsJobHost__extensions__blobs__maxDegreeOfParallelism", null);
        }
    }

    [Fact]
    public async Task A_version_that_comes_while_another_is_taken_has_its_own_run_afterwards()
    {
        await using var run = await BlobRun.Start(azurite, container, watches: true, functions: typeof(BlobFunctions.Text));
        var overwritten = false;
        run.Seen.During = async line =>
        {
            if (line == "a: 1")
            {
                await run.Put("a", "2");
                overwritten = true;
                await Task.Delay(700);
                Assert.Equal(1, run.Seen.Most);
            }
        };
        await run.Put("a", "1");
        await Poll.Until(() => run.Seen.Lines.Count == 2);
        Assert.True(overwritten);
        Assert.Equal(["a: 1", "a: 2"], run.Seen.Lines);
    }

    [Fact]
    public async Task It_can_be_given_again_by_hand()
    {
        await using var run = await Start(typeof(BlobFunctions.Text));
        await run.Put("a", "1");
        await run.Take();
        await run.Host.Fire("TakeText", $"{container}/a");
        Assert.Equal(["a: 1", "a: 1"], run.Seen.Lines);
    }

    private Task<BlobRun> Start(params Type[] functions) => BlobRun.Start(azurite, container, functions: functions);
}
