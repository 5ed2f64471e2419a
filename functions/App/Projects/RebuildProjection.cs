using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class RebuildProjection
{
    [Function(nameof(RebuildProjection)), Allow(Role.Secretariat, Role.Coordinator)]
    [Describe("Makes anew from the register what look-ups are answered from. While one rebuild is running, asking again changes nothing.", Answers = [202])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "projects/rebuild")] HttpRequest request,
        [DurableClient] DurableTaskClient durable)
    {
        await ProjectionRebuild.StartAsync(durable, request.HttpContext.RequestAborted);
        return Answers.Accepted(request, "/api/projects/rebuild", new { state = "working" });
    }
}
