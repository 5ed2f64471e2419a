using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Platform;

/// <summary>Whether the app can do its work: it answers, and its storage answers it.</summary>
internal sealed class Health(Storage storage)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Function(nameof(Health)), Allow(WithoutToken = true)]
    [Describe("Whether the app and its storage answer.", Answers = [200, 503])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        limit.CancelAfter(Patience);
        var blobs = await AnswersAsync(() => storage.Blobs.GetPropertiesAsync(limit.Token));
        var tables = await AnswersAsync(async () => await storage.Tables.QueryAsync(table => table.Name == "Partners", 1, limit.Token).GetAsyncEnumerator(limit.Token).MoveNextAsync());
        var well = blobs && tables;
        return Results.Json(
            new { status = well ? "ok" : "failing", storage = new { blobs, tables } },
            ContractJson.Options,
            statusCode: well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<bool> AnswersAsync<T>(Func<Task<T>> ask)
    {
        try
        {
            await ask();
            return true;
        }
        catch (Exception silence) when (silence is RequestFailedException or AggregateException or OperationCanceledException)
        {
            return false;
        }
    }
}
