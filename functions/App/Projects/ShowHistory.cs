using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class ShowHistory(Register register)
{
    [Function(nameof(ShowHistory)), Allow]
    [Describe("Who changed what in a project, when, and by which line of which upload: newest first.", Query = ["limit", "cursor"], Returns = typeof(VersionView), Lists = true, Answers = [200, 400, 404, 410])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "projects/{partner}/{id}/history")] HttpRequest request, string partner, string id)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (ProjectAddress.Read(partner, id) is not { } address) return ProjectAddress.Unknown(partner, id);
        var (question, errors) = HistoryQuestion.Read(request);
        if (question is null) return Problems.Invalid(errors);
        if (await register.HistoryAsync(address.Partner, address.Reference, question.Before, question.Limit, cancellation) is not { } page)
            return await address.MissingAsync(register, cancellation);
        return Answers.List([.. page.Versions.Select(VersionView.Of)], HistoryQuestion.CursorOf(page.Before));
    }
}
