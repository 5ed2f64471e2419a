using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>
/// A file of IATI activities, or 404 where there is no project for it: the schema demands at least one activity. The first project is waited
/// for before anything is sent, since those that matched may be gone by then.
/// </summary>
internal sealed class IatiAnswer(Func<CancellationToken, IAsyncEnumerable<Project>> read, TimeProvider clock) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var cancellation = httpContext.RequestAborted;
        var projects = read(cancellation).GetAsyncEnumerator(cancellation);
        await using (projects.ConfigureAwait(false))
        {
            var answer = await projects.MoveNextAsync().ConfigureAwait(false)
                ? new FileAnswer(AnswerFormats.Xml, "projects.xml", (stream, stop) => IatiExport.WriteAsync(FromHere(projects), stream, clock.GetUtcNow(), stop))
                : Problems.NotFound("No project matches, and a file of IATI activities has at least one. Ask for fewer conditions, or for json, csv or xlsx, which can be empty.");
            await answer.ExecuteAsync(httpContext).ConfigureAwait(false);
        }
    }

    private static async IAsyncEnumerable<Project> FromHere(IAsyncEnumerator<Project> projects)
    {
        do yield return projects.Current;
        while (await projects.MoveNextAsync().ConfigureAwait(false));
    }
}
