using System.Globalization;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Local.Blobs;
using ParisPact.Local.Functions;
using ParisPact.Local.Hosting;
using ParisPact.Local.Http;
using ParisPact.Local.Timers;

namespace ParisPact.Local.Start;

/// <summary>The functions of the app with what starts each, as a table for the console.</summary>
internal sealed class FunctionTable(LocalPlan plan, HostJson settings, FunctionCatalog catalog, TimerService timers, BlobTriggerService blobs, TimeProvider time)
{
    public override string ToString()
    {
        var rows = catalog.Functions.Select(Row).OrderBy(row => row.Order).ThenBy(row => row.Starts, StringComparer.Ordinal).ToList();
        var width = rows.Select(row => row.Name.Length).DefaultIfEmpty(0).Max();
        var table = new StringBuilder();
        foreach (var row in rows)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"  {row.Name.PadRight(width)}  {row.Kind,-13}  {row.Starts}");
        }

        foreach (var name in catalog.Disabled)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"  {name.PadRight(width)}  {"disabled",-13}  AzureWebJobs.{name}.Disabled");
        }

        return table.ToString();
    }

    private (int Order, string Name, string Kind, string Starts) Row(FunctionEntry function) => function.Trigger switch
    {
        HttpTriggerAttribute http => (0, function.Name, "http", $"{Methods(http),-6} {plan.Url}{HttpFunctions.Template(settings.RoutePrefix, http.Route ?? function.Name)}"),
        BlobTriggerAttribute blob => (1, function.Name, "blob", blobs.Find(function) is { } trigger ? trigger.Path.Text : $"in error: {blob.BlobPath}"),
        TimerTriggerAttribute timer => (2, function.Name, "timer", timers.Find(function) is { } listener ? Occurrence(listener) : $"in error: {timer.Schedule}"),
        OrchestrationTriggerAttribute => (3, function.Name, "orchestration", ""),
        ActivityTriggerAttribute => (4, function.Name, "activity", ""),
        _ => (5, function.Name, "unknown", ""),
    };

    private static string Methods(HttpTriggerAttribute http) =>
        http.Methods is { Length: > 0 } methods ? string.Join(',', methods.Select(method => method.ToUpperInvariant())) : "any";

    private string Occurrence(TimerListener listener)
    {
        var next = listener.Schedule.Next(time.GetUtcNow(), time.LocalTimeZone);
        return next == DateTimeOffset.MaxValue
            ? $"{listener.Schedule.Text} (never)"
            : string.Create(CultureInfo.InvariantCulture, $"{listener.Schedule.Text} (next {next:yyyy-MM-dd HH:mm:ss zzz})");
    }
}
