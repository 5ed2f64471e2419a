using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class ShowProject(Register register, RateBook rates)
{
    [Function(nameof(ShowProject)), Allow]
    [Describe("One project as its partner reports it, with what follows from that; by its present or a former reference.", Returns = typeof(ProjectView), Headers = ["If-None-Match"], Answers = [200, 304, 404, 410])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "projects/{partner}/{id}")] HttpRequest request, string partner, string id)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (ProjectAddress.Read(partner, id) is not { } address) return ProjectAddress.Unknown(partner, id);
        if (await register.GetAsync(address.Partner, address.Reference, cancellation) is not { } stored) return await address.MissingAsync(register, cancellation);
        return Conditional.Unchanged(request, stored.ETag) ?? Answers.Tagged(request, ProjectView.Of(stored, (await rates.CurrentAsync(cancellation)).Rates), stored.ETag);
    }
}
