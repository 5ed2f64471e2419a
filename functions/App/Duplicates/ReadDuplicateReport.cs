using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Duplicates;

internal sealed class ReadDuplicateReport(DuplicateReports reports)
{
    [Function(nameof(ReadDuplicateReport)), Allow]
    [Describe("A night's report, as report.html, report.xlsx or report.json.", Gives = ["text/html", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/json"], Answers = [200, 404])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "duplicates/reports/{date}/{file}")] HttpRequest request, string date, string file)
    {
        if (!DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var night)) return Problems.NotFound("A report is named after its night, such as 2026-11-23.");
        if (!DuplicateReports.ContentTypes.TryGetValue(file, out var type)) return Problems.NotFound($"A report is to be had as {string.Join(", ", DuplicateReports.ContentTypes.Keys)}.");
        return await reports.OpenAsync(night, file, request.HttpContext.RequestAborted) is { } content
            ? Results.Stream(content, type)
            : Problems.NotFound($"There is no report of {date}.");
    }
}
