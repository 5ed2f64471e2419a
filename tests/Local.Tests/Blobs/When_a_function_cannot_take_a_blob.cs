using System.Text.Json;

namespace ParisPact.Tests.Blobs;

public sealed class When_a_function_cannot_take_a_blob(AzuriteServer azurite)
{
    private readonly string container = AzuriteServer.UniqueName();

    [Fact]
    public async Task It_is_tried_five_times_and_then_set_aside_in_the_poison_queue()
    {
        await using var run = await Start();
        run.Seen.During = line => line == "acme/bad.csv: 1" ? throw new InvalidDataException("no such file") : Task.CompletedTask;
        await run.Put("acme/bad.csv", "1");
        await run.Put("acme/good.csv", "1");
        await run.Take();
        await run.Take();
        Assert.Equal(5, run.Seen.Lines.Count(line => line == "acme/bad.csv: 1"));
        Assert.Single(run.Seen.Lines, "acme/good.csv: 1");
        var message = Assert.Single(await Poisoned());
        Assert.Equal("""BlobTrigger Host.Functions.TakeText BlockBlob acme/bad.csv""", $"{Text("Type")} {Text("FunctionId")} {Text("BlobType")} {Text("BlobName")}");
        Assert.Equal(["Type", "FunctionId", "BlobType", "ContainerName", "BlobName", "ETag"], message.EnumerateObject().Select(property => property.Name));
        Assert.Matches("^\"0x[0-9A-F]+\"$", Text("ETag"));

        string Text(string name) => message.GetProperty(name).GetString()!;
    }

    [Fact]
    public async Task A_later_try_may_succeed()
    {
        await using var run = await Start();
        run.Seen.During = _ => run.Seen.Lines.Count < 3 ? throw new InvalidDataException("not yet") : Task.CompletedTask;
        await run.Put("a", "1");
        await run.Take();
        await run.Take();
        Assert.Equal(3, run.Seen.Lines.Count);
        Assert.Empty(await Poisoned());
    }

    [Fact]
    public async Task A_new_version_has_five_tries_of_its_own()
    {
        await using var run = await Start();
        run.Seen.During = line => line == "a: 1" ? throw new InvalidDataException("no") : Task.CompletedTask;
        await run.Put("a", "1");
        await run.Take();
        await run.Put("a", "2");
        await run.Take();
        Assert.Equal(6, run.Seen.Lines.Count);
    }

    [Fact]
    public async Task A_blob_that_went_meanwhile_is_dropped()
    {
        await using var run = await Start();
        run.Seen.During = async _ =>
        {
            await run.Container.DeleteBlobIfExistsAsync("a");
            throw new InvalidDataException("gone");
        };
        await run.Put("a", "1");
        await run.Take();
        Assert.Single(run.Seen.Lines);
        Assert.Empty(await Poisoned());
    }

    [Theory]
    [InlineData(typeof(BlobFunctions.NoTemplate), "The 'Illegal' function is in error: Invalid template 'uploads/{partner}/{*name}'. Invalid template expression '*name'.")]
    [InlineData(typeof(BlobFunctions.NoType), "The 'NoBlob' function is in error: Can't bind BlobTrigger to type 'System.Uri'.")]
    public async Task A_function_that_cannot_be_indexed_is_left_out_and_the_others_run(Type wrong, string problem)
    {
        await using var run = await BlobRun.Start(azurite, container, functions: [wrong, typeof(BlobFunctions.Text)]);
        await run.Put("a", "1");
        await run.Take();
        Assert.Equal(["a: 1"], run.Seen.Lines);
        Assert.Contains(run.Log.Lines, line => line.EndsWith(problem, StringComparison.Ordinal));
    }

    private Task<BlobRun> Start() => BlobRun.Start(azurite, container, functions: typeof(BlobFunctions.Text));

    private async Task<List<JsonElement>> Poisoned()
    {
        var queue = azurite.QueueService.GetQueueClient("webjobs-blobtrigger-poison");
        var messages = await queue.ExistsAsync() ? (await queue.PeekMessagesAsync(32)).Value : [];
        return [.. messages.Select(message => JsonSerializer.Deserialize<JsonElement>(message.Body)).Where(message => message.GetProperty("ContainerName").GetString() == container)];
    }
}
