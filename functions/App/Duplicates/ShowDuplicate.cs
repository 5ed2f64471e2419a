using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Duplicates;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Duplicates;

internal sealed class ShowDuplicate(Pairs pairs, PairAnswers answers)
{
    [Function(nameof(ShowDuplicate)), Allow]
    [Describe("A pair with both projects side by side, what speaks for and against, and what people did with it.", Returns = typeof(PairView), Headers = ["If-None-Match"], Answers = [200, 304, 404])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "duplicates/{pair}")] HttpRequest request, string pair) =>
        PairId.LooksRight(pair) && (await pairs.CurrentAsync(request.HttpContext.RequestAborted)).Find(pair) is { } known
            ? await answers.OfAsync(request, known)
            : PairAccess.Unknown(pair);
}
