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
        var (drafts, mistakes) = PartnersFile.Read(file);
        if (!mistakes.IsEmpty) return Problems.Invalid(mistakes);
        var readings = drafts.Select(PartnerReader.Read).ToList();
        var errors = readings.SelectMany((reading, at) => reading.Errors.Select(error => error with { Field = $"items[{at}].{error.Field}" })).ToList();
        errors.AddRange(Twice(readings));
        if (errors.Count > 0) return Problems.Invalid(errors);
        var partners = readings.Select(reading => reading.Partner!).ToList();
        var (changes, wrong) = await directory.LoadAsync(partners, request.HttpContext.RequestAborted);
        return wrong.IsEmpty
            ? Answers.List([.. partners.Zip(changes, (partner, change) => new { id = partner.Id.Value, outcome = Named(change) })], null)
            : Problems.Invalid(wrong.Select(mistake => mistake.Error with { Field = $"items[{mistake.At}].{mistake.Error.Field}" }));
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
        var other => throw new InvalidOperationException(other.ToString()),
    };
}
