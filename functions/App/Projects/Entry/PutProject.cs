using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Json;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Projects.Entry;

/// <summary>Manual entry: one project in the published JSON shape.</summary>
internal sealed class PutProject(ProjectAccess projects, Register register)
{
    private const int LargestProject = 1_000_000;

    [Function(nameof(PutProject)), Allow(Role.Partner, Role.FocalPoint, Role.Secretariat)]
    [Describe("Enters or changes one project, in the shape of /api/schemas/project-file.json. If-Match names the version that is changed, or If-None-Match: * enters what is new; one of them is needed.", Query = ["reason"], Body = "application/json", Takes = typeof(JsonProjects), Returns = typeof(ChangedView), Headers = ["If-Match", "If-None-Match"], Answers = [200, 201, 400, 403, 404, 410, 412, 413, 428])]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "projects/{partner}/{id}")] HttpRequest request, string partner, string id)
    {
        var (change, refusal) = await projects.ForWritingAsync(request, partner, id);
        if (change is null) return refusal!;
        var mustBeNew = Precondition.Of(request).MustBeNew;
        // Without either, whoever writes last would win over what somebody else has entered meanwhile.
        if (change.IfMatch is null && !mustBeNew)
            return Problems.PreconditionRequired("Send If-None-Match: * to enter a project that is new, or If-Match with the ETag of the version that you change.");
        var (project, warnings, mistake) = await ReadAsync(request, change);
        // A condition that fails is said before what is wrong with the body: whoever must read the project again will write another body.
        return project is null
            ? await register.ObstacleAsync(change.Partner, change.Reference, change.IfMatch, mustBeNew, request.HttpContext.RequestAborted) is { } obstacle ? ChangeAnswers.Of(request, obstacle) : mistake!
            : ChangeAnswers.Of(request, await register.PutAsync(project, change.Origin, change.IfMatch, mustBeNew, request.HttpContext.RequestAborted), warnings);
    }

    private static async Task<(Project? Project, ImmutableArray<Problem> Warnings, IResult? Mistake)> ReadAsync(HttpRequest request, ProjectToChange change)
    {
        if (await JsonBody.BytesAsync(request, LargestProject) is not { } body) return (null, [], Problems.TooLarge("A project has at most 1 MB."));
        var context = new ReadingContext(change.Partner, "the body", DateOnly.FromDateTime(change.Origin.At.UtcDateTime), new Dictionary<string, string>());
        var read = JsonProjects.ReadOne(body, context);
        if (read.Project is not { } project) return (null, [], Problems.Invalid(read.Problems.Select(Field)));
        return project.Reference.Equals(change.Reference)
            ? (project, read.Problems, null)
            : (null, [], Problems.Invalid([new("reference", "The reference differs from the one in the address; a project is renamed at …/rename.")]));
    }

    private static FieldError Field(Problem problem) =>
        new(problem.At.Path is { Length: > 0 } path ? path : problem.At.Path is not null ? "body" : $"line {problem.At.Line ?? 1}", problem.Suggestion is { } suggestion ? $"{problem.Message} {suggestion}" : problem.Message);
}
