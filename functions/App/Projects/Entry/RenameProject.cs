using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Projects.Entry;

internal sealed class RenameProject(ProjectAccess projects, Register register)
{
    [Function(nameof(RenameProject)), Allow(Role.Partner, Role.FocalPoint, Role.Secretariat)]
    [Describe("Gives a project another reference, { \"reference\": \"…\" }; its history follows, and the former reference leads to it.", Query = ["reason"], Body = "application/json", Takes = typeof(NewName), Returns = typeof(ChangedView), Headers = ["If-Match"], Answers = [200, 400, 403, 404, 409, 410, 412])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "projects/{partner}/{id}/rename")] HttpRequest request, string partner, string id)
    {
        var (change, refusal) = await projects.ForWritingAsync(request, partner, id);
        if (change is null) return refusal!;
        var (body, mistake) = await JsonBody.ReadAsync<NewName>(request);
        if (ProjectReference.From(body?.Reference) is not { } to)
        {
            if (change.IfMatch is not null && await register.ObstacleAsync(change.Partner, change.Reference, change.IfMatch, onlyNew: false, request.HttpContext.RequestAborted) is { } obstacle)
                return ChangeAnswers.Of(request, obstacle);
            return mistake is not null ? Problems.BadRequest(mistake) : Problems.Invalid([new("reference", $"A reference has 1 to {ProjectReference.MaximumLength} characters without white space.")]);
        }

        return ChangeAnswers.Of(
            request, await register.RenameAsync(change.Partner, change.Reference, to, change.Origin, change.IfMatch, request.HttpContext.RequestAborted));
    }

    /// <param name="Reference">The new one.</param>
    internal sealed record NewName(string? Reference);
}
