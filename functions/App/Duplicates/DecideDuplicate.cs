using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Duplicates;

/// <param name="Verdict"><c>same</c>, <c>related</c>, <c>overlap</c> or <c>unrelated</c>.</param>
/// <param name="Note">Why, for whoever looks at it later.</param>
internal sealed record VerdictGiven(string? Verdict, string? Note);

internal sealed class DecideDuplicate(PairAccess access, PairDecisions decisions, PairAnswers answers)
{
    [Function(nameof(DecideDuplicate)), Allow(Role.Coordinator, Role.Secretariat, Role.Partner, Role.FocalPoint)]
    [Describe("Says what two projects are to each other; it is not asked again unless one of them changes in a way that matters.", Takes = typeof(VerdictGiven), Body = "application/json", Returns = typeof(PairView), Headers = ["If-Match"], Answers = [200, 400, 403, 404, 412])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "duplicates/{pair}/verdict")] HttpRequest request, string pair)
    {
        var (known, refusal) = await access.ForDecidingAsync(request, pair);
        if (known is null) return refusal!;
        var (given, mistake) = await JsonBody.ReadAsync<VerdictGiven>(request);
        if (given is null) return Problems.BadRequest(mistake!);
        var note = given.Note?.Trim() ?? "";
        if (!VerdictWords.TryParse(given.Verdict, out var verdict)) return Problems.Invalid([new("verdict", $"A verdict is one of {string.Join(", ", VerdictWords.All)}.")]);
        if (note.Length > PairEvent.LongestNote) return Problems.Invalid([new("note", $"A note has at most {PairEvent.LongestNote:N0} characters; this one has {note.Length:N0}.")]);
        return await decisions.DecideAsync(known, verdict, note, Caller.Of(request).Name, Precondition.Of(request), request.HttpContext.RequestAborted) is { } decided
            ? await answers.OfAsync(request, decided)
            : Problems.PreconditionFailed("The pair, or one of its projects, is not as you saw it any more. Read it again, and repeat your verdict.");
    }
}
