using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Mail;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Platform;

/// <summary>
/// Whether the app can do its work: it answers, and its storage answers it. Mails that got stuck do not make it unfit (an instance that is
/// taken away for that would send none either); they show as <c>degraded</c>.
/// </summary>
internal sealed class Health(Storage storage, Outbox outbox)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    [Function(nameof(Health)), Allow(WithoutToken = true)]
    [Describe("Whether the app and its storage answer, and whether mails got stuck.", Answers = [200, 503])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        limit.CancelAfter(Patience);
        var blobs = await AnswersAsync(() => storage.Blobs.GetPropertiesAsync(limit.Token));
        var tables = await AnswersAsync(async () => await storage.Tables.QueryAsync(table => table.Name == "Partners", 1, limit.Token).GetAsyncEnumerator(limit.Token).MoveNextAsync());
        var (stored, condition) = tables ? await OutboxAsync(limit.Token) : (false, null);
        var well = blobs && tables && stored;
        return Results.Json(
            new
            {
                status = !well ? "failing" : condition!.IsStuck ? "degraded" : "ok",
                storage = new { blobs, tables },
                mail = condition is null ? null : new { stuck = condition.IsStuck, waiting = condition.Waiting, failed = condition.Failed, oldestMinutes = (int)(condition.Oldest?.TotalMinutes ?? 0) },
            },
            ContractJson.Options,
            statusCode: well ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<(bool Answers, OutboxCondition? Condition)> OutboxAsync(CancellationToken limit)
    {
        OutboxCondition? condition = null;
        return (await AnswersAsync(async () => condition = await outbox.ConditionAsync(limit)), condition);
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
