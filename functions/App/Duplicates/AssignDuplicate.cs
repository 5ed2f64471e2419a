using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Duplicates;

/// <param name="To">The mail address of somebody in the partner directory; null takes the pair from whoever had it.</param>
internal sealed record AssignmentGiven(string? To);

internal sealed class AssignDuplicate(PairAccess access, PairDecisions decisions, PairAnswers answers, PartnerDirectory directory)
{
    [Function(nameof(AssignDuplicate)), Allow(Role.Coordinator, Role.Secretariat)]
    [Describe("Says who is to decide on a pair; whoever is mailed about duplicates finds it there.", Takes = typeof(AssignmentGiven), Body = "application/json", Returns = typeof(PairView), Headers = ["If-Match"], Answers = [200, 400, 404, 412])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "duplicates/{pair}/assignment")] HttpRequest request, string pair)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var (known, refusal) = await access.ForDecidingAsync(request, pair);
        if (known is null) return refusal!;
        var (given, mistake) = await JsonBody.ReadAsync<AssignmentGiven>(request);
        if (given is null) return Problems.BadRequest(mistake!);
        var to = string.IsNullOrWhiteSpace(given.To) ? null : given.To.Trim();
        if (to is not null && !(await directory.AllAsync(cancellation)).SelectMany(static listed => listed.Partner.People).Any(person => string.Equals(person.Mail, to, StringComparison.OrdinalIgnoreCase)))
            return Problems.Invalid([new("to", "Nobody in the partner directory has this mail address.")]);
        return await decisions.AssignAsync(known, to, Caller.Of(request).Name, Precondition.Of(request), cancellation) is { } assigned
            ? await answers.OfAsync(request, assigned)
            : Problems.PreconditionFailed("The pair, or one of its projects, is not as you saw it any more. Read it again.");
    }
}
