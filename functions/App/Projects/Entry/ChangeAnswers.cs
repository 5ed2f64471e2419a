using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects.Entry;

/// <summary>How a change by hand is answered.</summary>
internal static class ChangeAnswers
{
    public static IResult Of(HttpRequest request, ChangeResult result, ImmutableArray<Problem> warnings = default) => result switch
    {
        ChangeResult.Created created => Project(request, created.Project, [], warnings, StatusCodes.Status201Created),
        ChangeResult.Updated updated => Project(request, updated.Project, updated.Changes, warnings),
        ChangeResult.Unchanged unchanged => Project(request, unchanged.Project, [], warnings),
        ChangeResult.Conflict { Current: null } => Problems.PreconditionFailed("There is no such project (any more)."),
        ChangeResult.Conflict conflict => Conflict(request, conflict.Current!),
        ChangeResult.Taken taken => Problems.Conflict($"The reference belongs to another project, '{taken.Other.Project.Reference.AsWritten}', or once did. Nothing was changed."),
        ChangeResult.NotFound => Problems.NotFound("There is no such project."),
        ChangeResult.TakenDown down => Problems.Gone($"The project was taken down on {down.Fact.At.UtcDateTime:yyyy-MM-dd}, and its reference is blocked."),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    private static IResult Conflict(HttpRequest request, StoredProject current)
    {
        request.HttpContext.Response.Headers.ETag = current.ETag;
        return Problems.PreconditionFailed($"The project stands at version {current.Version}, changed on {current.Origin.At.UtcDateTime:yyyy-MM-dd HH:mm} UTC by {current.Origin.By}. Read it again, and repeat your change.");
    }

    private static IResult Project(HttpRequest request, StoredProject stored, ImmutableArray<FieldChange> changes, ImmutableArray<Problem> warnings, int status = StatusCodes.Status200OK)
    {
        var address = $"/api/projects/{stored.Project.Partner.Value}/{stored.Project.Reference.Id}";
        request.HttpContext.Response.Headers.ETag = stored.ETag;
        if (status == StatusCodes.Status201Created) request.HttpContext.Response.Headers.Location = address;
        return Results.Json(
            new ChangedView(stored.Version, stored.Withdrawn, changes, ProjectView.Of(stored.Project), warnings.IsDefault ? [] : [.. warnings.Select(static warning => ProblemView.Of(warning, null))]),
            ContractJson.Options,
            statusCode: status);
    }
}

/// <summary>The answer to a change by hand.</summary>
/// <param name="Changes">What the change was; empty where nothing changed, and of a new project.</param>
/// <param name="Project">As it stands now, in the shape in which it is sent.</param>
/// <param name="Warnings">What is odd with what was sent, and was kept all the same.</param>
internal sealed record ChangedView(int Version, bool Withdrawn, ImmutableArray<FieldChange> Changes, JsonObject Project, ImmutableArray<ProblemView> Warnings);
