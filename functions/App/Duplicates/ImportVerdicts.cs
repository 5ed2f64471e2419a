using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Duplicates;

/// <summary>What came of a file of verdicts.</summary>
/// <param name="Taken">Verdicts that were new or other than before.</param>
/// <param name="Unchanged">Verdicts that stood already.</param>
/// <param name="Blank">Lines without a verdict.</param>
internal sealed record VerdictsTaken(int Taken, int Unchanged, int Blank);

internal sealed class ImportVerdicts(VerdictImport import)
{
    private const int Largest = 16_000_000;

    [Function(nameof(ImportVerdicts)), Allow(Role.Coordinator, Role.Secretariat)]
    [Describe("Takes verdicts from a CSV file: all of them, or none where something is wrong with any.", Body = "text/csv", Returns = typeof(VerdictsTaken), Answers = [200, 400, 413])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "duplicates/verdicts")] HttpRequest request)
    {
        if (await JsonBody.BytesAsync(request, Largest) is not { } bytes) return Problems.TooLarge("The file is larger than 16 MB.");
        var (lines, blank, mistakes) = VerdictsFile.Read(bytes);
        if (mistakes.Count > 0) return Problems.Invalid(mistakes);
        var (events, unchanged, unknown) = await import.ReadAsync(lines, Caller.Of(request).Name, request.HttpContext.RequestAborted);
        if (unknown.Count > 0) return Problems.Invalid(unknown);
        await import.TakeAsync(events, request.HttpContext.RequestAborted);
        return Answers.Ok(new VerdictsTaken(events.Count, unchanged, blank));
    }
}
