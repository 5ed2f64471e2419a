using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class ShowProject(Register register, RateBook rates)
{
    /// <summary>One project as its partner reports it, with what follows from that; by its present or a former reference.</summary>
    [Function(nameof(ShowProject)), Allow]
    [Describe("One project as its partner reports it, with what follows from that.", Answers = [200, 304, 404, 410])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "projects/{partner}/{id}")] HttpRequest request, string partner, string id)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (ProjectAddress.Read(partner, id) is not { } address) return ProjectAddress.Unknown(partner, id);
        if (await register.GetAsync(address.Partner, address.Reference, cancellation) is not { } stored) return await address.MissingAsync(register, cancellation);
        if (Conditional.IsUnchanged(request, stored.ETag)) return Results.StatusCode(StatusCodes.Status304NotModified);
        return Answers.Tagged(request, ProjectView.Of(stored, (await rates.CurrentAsync(cancellation)).Rates), stored.ETag);
    }
}
