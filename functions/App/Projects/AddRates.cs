using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class AddRates(RateBook book)
{
    /// <summary>Adds monthly exchange rates from a CSV file; the sums of all look-ups follow.</summary>
    [Function(nameof(AddRates)), Allow(Role.Secretariat)]
    [Describe("Adds monthly exchange rates; the sums of all look-ups follow.", Body = "text/csv", Answers = [200, 400, 413])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "rates")] HttpRequest request) =>
        await RatesFile.ReadAsync(request) switch
        {
            { Rates: { } rates } => Answers.Ok(new { added = await book.AddAsync(rates, Caller.Of(request).Name, request.HttpContext.RequestAborted) }),
            { Problem: var problem } => problem!,
        };
}
