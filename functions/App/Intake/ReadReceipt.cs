using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Functions.Intake.Receipts;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Intake;

/// <summary>The receipt of an upload: 202 while work goes on, then 200.</summary>
internal sealed class ReadReceipt(UploadAccess uploads, ReceiptReader receipts)
{
    [Function(nameof(ReadReceipt)), Allow]
    [Describe("The receipt of an upload: 202 while work goes on, then 200. The first page has all problems, each page up to 1,000 records.", Query = ["cursor", "format"], Gives = ["application/json", "text/html", "text/csv"], Returns = typeof(ReceiptJson), Answers = [200, 202, 400, 404, 406])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "uploads/{id}")] HttpRequest request, string id)
    {
        var (entry, refusal) = await uploads.ForReadingAsync(request, id);
        if (entry is null) return refusal!;
        if (!Cursor.TryRead(request.Query["cursor"], out var page)) return Problems.Invalid([new("cursor", Cursor.Mistake)]);
        return Wanted.Form(request, ("json", "application/json"), ("html", "text/html"), ("csv", "text/csv")) switch
        {
            "json" => await receipts.JsonAsync(request, entry, page),
            "html" => await receipts.HtmlAsync(request, entry),
            "csv" => await receipts.CsvAsync(request, entry),
            _ => Problems.NotAcceptable("A receipt is there as json, html and csv."),
        };
    }
}
