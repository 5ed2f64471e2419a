using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Duplicates;

internal sealed class ExportVerdicts(VerdictLog log, Register register)
{
    /// <summary>Pairs whose projects are asked for at once.</summary>
    private const int AtOnce = 500;

    [Function(nameof(ExportVerdicts)), Allow(Role.Coordinator, Role.Secretariat)]
    [Describe("All verdicts that stand, as a CSV file that can be sent back.", Gives = ["text/csv"])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "duplicates/verdicts")] HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var text = new StringBuilder("\uFEFF").Append(VerdictsFile.Header);
        var decided = (await log.CurrentAsync(cancellation)).Pairs.Values.Where(static pair => pair.Decision is not null).OrderBy(static pair => pair.Decision!.At).ThenBy(static pair => pair.Pair, StringComparer.Ordinal);
        foreach (var some in decided.Chunk(AtOnce))
        {
            var projects = await register.GetManyAsync([.. some.SelectMany(static pair => new[] { pair.First, pair.Second }).Distinct().Select(Pairs.KeyOf)], cancellation);
            foreach (var pair in some) text.Append(VerdictsFile.LineOf(pair, Named(pair.First), Named(pair.Second)));

            // Of what was taken down nothing but the pair's id is left.
            (string, string) Named(string key) => projects.GetValueOrDefault(Pairs.KeyOf(key)) is { } stored ? (stored.Project.Partner.Value, stored.Project.Reference.AsWritten) : ("", "");
        }

        return Answers.Text(text.ToString(), "text/csv", "verdicts.csv");
    }
}
