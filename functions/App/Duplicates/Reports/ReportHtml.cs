using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>A report as a page that stands alone; the workbook and the JSON lie beside it. How long it is has an end, whatever the report holds.</summary>
internal static class ReportHtml
{
    public const string ContentType = "text/html; charset=utf-8";

    /// <param name="stream">Is left open.</param>
    public static async Task WriteAsync(Stream stream, DuplicateReport report, ReportLinks links, CancellationToken cancellation)
    {
        // The framework writes pages without waiting: not straight to the receiver.
        await using var whole = TemporaryFile.Create();
        await using (var writer = new StreamWriter(whole, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 65_536, leaveOpen: true))
            await RenderAsync<ReportPage>(writer, new Dictionary<string, object?> { [nameof(ReportPage.Model)] = ReportModel.Of(report, links) });
        whole.Position = 0;
        await whole.CopyToAsync(stream, cancellation);
    }

    internal static async Task RenderAsync<T>(TextWriter writer, Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).WriteHtmlTo(writer));
    }
}
