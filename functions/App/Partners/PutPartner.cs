using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Partners;

internal sealed class PutPartner(PartnerDirectory directory)
{
    [Function(nameof(PutPartner)), Allow(Role.Secretariat)]
    [Describe("Enters or replaces a partner.", Body = "application/json", Takes = typeof(PartnerDraft), Returns = typeof(PartnerView), Headers = ["If-Match", "If-None-Match"], Answers = [200, 201, 400, 412])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "partners/{partner}")] HttpRequest request, string partner)
    {
        var (condition, cancellation) = (Precondition.Of(request), request.HttpContext.RequestAborted);
        var (entered, mistake) = await ReadAsync(request, partner);
        // A condition that fails is said before what is wrong with the body.
        if (entered is null)
            return PartnerId.TryParse(partner, out var id) && !await directory.HoldsAsync(id, condition, cancellation) ? Changed() : mistake!;
        return await directory.PutAsync(entered, condition, cancellation) switch
        {
            PartnerChange.Created created => Answer(request, created.Partner, StatusCodes.Status201Created),
            PartnerChange.Updated updated => Answer(request, updated.Partner),
            PartnerChange.Unchanged unchanged => Answer(request, unchanged.Partner),
            PartnerChange.Invalid invalid => Problems.Invalid(invalid.Errors),
            PartnerChange.Conflict => Changed(),
            var other => throw new InvalidOperationException(other.ToString()),
        };
    }

    private static async Task<(Partner? Partner, IResult? Mistake)> ReadAsync(HttpRequest request, string partner)
    {
        var (draft, mistake) = await JsonBody.ReadAsync<PartnerDraft>(request);
        if (draft is null) return (null, Problems.BadRequest(mistake!));
        if (draft.Id is { } id && !string.Equals(id, partner, StringComparison.OrdinalIgnoreCase))
            return (null, Problems.Invalid([new("id", "The id differs from the one in the address.")]));
        var reading = PartnerReader.Read(draft with { Id = partner });
        return reading.Partner is { } entered ? (entered, null) : (null, Problems.Invalid(reading.Errors));
    }

    private static IResult Changed() => Problems.PreconditionFailed("The partner is not the one that you saw. Read it again, and repeat your change.");

    private static IResult Answer(HttpRequest request, PartnerDirectory.Listed listed, int status = StatusCodes.Status200OK) =>
        Answers.Tagged(request, PartnerView.Of(listed.Partner, Caller.Of(request)), listed.ETag.ToString(), status);
}
