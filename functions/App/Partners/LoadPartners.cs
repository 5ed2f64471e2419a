using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Partners;

internal sealed class LoadPartners(PartnerDirectory directory)
{
    /// <summary>Enters or replaces every partner of a file, or none where anything in it is wrong. Partners that it leaves out stay.</summary>
    [Function(nameof(LoadPartners)), Allow(Role.Secretariat)]
    [Describe("Enters or replaces every partner of a file, JSON or CSV, or none where anything in it is wrong.", Body = "application/json", Answers = [200, 400, 413])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "partners")] HttpRequest request)
    {
        if (await JsonBody.BytesAsync(request, 4_000_000) is not { } file) return Problems.TooLarge("A directory file has at most 4 MB.");
        var (drafts, mistake) = PartnersFile.Read(file);
        if (mistake is not null) return Problems.BadRequest(mistake);
        var readings = drafts.Select(PartnerReader.Read).ToList();
        var errors = readings.SelectMany((reading, at) => reading.Errors.Select(error => error with { Field = $"items[{at}].{error.Field}" })).ToList();
        errors.AddRange(Twice(readings));
        if (errors.Count > 0) return Problems.Invalid(errors);
        var outcomes = new List<object>();
        foreach (var reading in readings)
        {
            var change = await directory.PutAsync(reading.Partner!, new Precondition(null, MustBeNew: false), request.HttpContext.RequestAborted);
            outcomes.Add(new { id = reading.Partner!.Id.Value, outcome = Named(change), errors = (change as PartnerChange.Invalid)?.Errors });
        }

        return Answers.List(outcomes, null);
    }

    private static IEnumerable<FieldError> Twice(IEnumerable<PartnerReading> readings) => readings
        .Select((reading, at) => (reading.Partner?.Id, at))
        .Where(pair => pair.Id is not null)
        .GroupBy(pair => pair.Id)
        .SelectMany(group => group.Skip(1).Select(pair => new FieldError($"items[{pair.at}].id", $"items[{group.First().at}] has the same id.")));

    private static string Named(PartnerChange change) => change switch
    {
        PartnerChange.Created => "created",
        PartnerChange.Updated => "updated",
        PartnerChange.Unchanged => "unchanged",
        _ => "refused",
    };
}
