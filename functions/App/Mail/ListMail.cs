using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Mail;

/// <summary>The mails of the outbox: what is not sent, oldest first; or what was sent, newest first.</summary>
internal sealed class ListMail(OutboxStore store)
{
    [Function(nameof(ListMail)), Allow(Role.Secretariat)]
    [Describe("The mails that wait or failed, oldest first; or those that were sent, newest first.", Query = ["state", "limit", "cursor"], Returns = typeof(MailView), Lists = true, Answers = [200, 400])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "mail")] HttpRequest request)
    {
        if (Flags.Number(request, "limit", 50, 1, 200) is not { } limit) return Problems.Invalid([new("limit", "The limit is a number from 1 to 200.")]);
        if (!Cursor.TryRead(request.Query["cursor"], out var after)) return Problems.Invalid([new("cursor", Cursor.Mistake)]);
        var state = request.Query["state"].ToString().ToLowerInvariant();
        if (state is not ("" or "waiting" or "failed" or "sent")) return Problems.Invalid([new("state", "The state is waiting, failed or sent.")]);
        if (after is not null && (state == "sent" ? !OutboxStore.IsCursor(after) : after.Split('_') is not [_, _])) return Problems.Invalid([new("cursor", Cursor.Mistake)]);
        var (mails, next) = state == "sent"
            ? await store.SentAsync(limit, after, request.HttpContext.RequestAborted)
            : await OpenAsync(state, limit, after, request.HttpContext.RequestAborted);
        return Answers.List([.. mails.Select(MailView.Of)], Cursor.Of(next));
    }

    private async Task<(IReadOnlyList<StoredMail> Mails, string? Next)> OpenAsync(string state, int limit, string? after, CancellationToken cancellation)
    {
        var found = (await store.OpenAsync(cancellation))
            .Where(mail => state.Length == 0 || MailView.Word(mail.State) == state)
            .OrderBy(Place, StringComparer.Ordinal)
            .SkipWhile(mail => after is not null && string.CompareOrdinal(Place(mail), after) <= 0)
            .Take(limit + 1).ToList();
        return ([.. found.Take(limit)], found.Count > limit ? Place(found[limit - 1]) : null);
    }

    private static string Place(StoredMail mail) => string.Create(CultureInfo.InvariantCulture, $"{mail.CreatedAt.UtcTicks:D19}_{mail.Id}");
}
