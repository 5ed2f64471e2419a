using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Projects;

internal sealed class ListRates(RateBook book)
{
    [Function(nameof(ListRates)), Allow]
    [Describe("The monthly exchange rates in use, as a CSV file that can be sent back; with added, only those that were added to the release's.", Query = ["added"], Gives = ["text/csv"], Answers = [200, 400])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "rates")] HttpRequest request)
    {
        if (Flags.Read(request, "added") is not { } added) return Problems.Invalid([new("added", "Either true or false.")]);
        var rates = added ? await book.AddedAsync(request.HttpContext.RequestAborted) : [.. (await book.CurrentAsync(request.HttpContext.RequestAborted)).Rates.All];
        return Answers.Text(RatesFile.ToCsv(rates), "text/csv; charset=utf-8", added ? "added-rates.csv" : "rates.csv");
    }
}
