using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Projects.Entry;

internal sealed class WithdrawProject(ProjectAccess projects, Register register)
{
    [Function(nameof(WithdrawProject)), Allow(Role.Partner, Role.FocalPoint, Role.Secretariat)]
    [Describe("Withdraws a project: it is in no look-up any more, and keeps its history.", Query = ["reason"], Returns = typeof(ChangedView), Headers = ["If-Match"], Answers = [200, 400, 403, 404, 410, 412])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "projects/{partner}/{id}")] HttpRequest request, string partner, string id)
    {
        var (change, refusal) = await projects.ForWritingAsync(request, partner, id);
        return change is null
            ? refusal!
            : ChangeAnswers.Of(request, await register.WithdrawAsync(change.Partner, change.Reference, change.Origin, change.IfMatch, request.HttpContext.RequestAborted));
    }
}
