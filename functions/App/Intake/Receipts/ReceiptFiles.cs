using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Staging;

namespace ParisPact.Functions.Intake.Receipts;

/// <summary>Makes the three forms of a receipt from its head and its sources: <c>{partner}/{upload}.json</c>, <c>.html</c>, <c>.csv</c>.</summary>
internal sealed class ReceiptFiles(ReceiptSources sources, IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>From the sources.</summary>
    /// <returns>The pages of records in the JSON.</returns>
    public async Task<ImmutableArray<long>> WriteAsync(Upload upload, Receipt receipt, CancellationToken cancellation)
    {
        var problems = await sources.ReadProblemsAsync(upload, cancellation).ToListAsync(cancellation);
        return await WriteAsync(upload, receipt, problems, sources.ReadRecordsAsync(upload, cancellation), cancellation);
    }

    /// <param name="problems">As the sources hold them, or will.</param>
    /// <param name="records">Likewise; read once, to the end.</param>
    /// <returns>The pages of records in the JSON.</returns>
    public async Task<ImmutableArray<long>> WriteAsync(
        Upload upload, Receipt receipt, IReadOnlyList<StagedProblem> problems, IAsyncEnumerable<StagedOutcome> records, CancellationToken cancellation)
    {
        var first = new List<RecordOutcome>();
        var inAll = 0;
        ImmutableArray<long> pages = [];
        await sources.WriteWholeAsync(
            upload.ReceiptPath("json"),
            "application/json; charset=utf-8",
            async json => pages = await ReceiptJson.WriteAsync(json, receipt, problems, Noted(), cancellation),
            cancellation);
        await sources.WriteWholeAsync(upload.ReceiptPath("csv"), "text/csv; charset=utf-8", csv => ReceiptCsv.WriteAsync(csv, problems), cancellation);
        var page = Encoding.UTF8.GetBytes(await PageAsync(ReceiptPageModel.Of(receipt, first, inAll, problems)));
        await sources.WriteWholeAsync(upload.ReceiptPath("html"), "text/html; charset=utf-8", html => html.WriteAsync(page, cancellation).AsTask(), cancellation);
        return pages;

        async IAsyncEnumerable<StagedOutcome> Noted()
        {
            await foreach (var record in records)
            {
                inAll++;
                if (first.Count < ReceiptPageModel.MostRecords) first.Add(record.Record);
                yield return record;
            }
        }
    }

    public async Task<string> PageAsync(ReceiptPageModel model)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(ReceiptPage.Model)] = model });
            return (await renderer.RenderComponentAsync<ReceiptPage>(parameters)).ToHtmlString();
        });
    }
}
