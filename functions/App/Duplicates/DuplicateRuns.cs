using System.Globalization;
using Microsoft.DurableTask.Client;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Duplicates;

/// <summary>A run, for whoever asks.</summary>
/// <param name="State"><c>working</c>, <c>done</c> or <c>failed</c>.</param>
/// <param name="Outcome">Null until it is done.</param>
/// <param name="Report">Where the report is to be had; null until it is done.</param>
internal sealed record DuplicateRunView(string Id, string State, DateTimeOffset StartedAt, DuplicateOutcome? Outcome, string? Report);

/// <summary>The runs: one for each night, under its date, so that starting it twice is visible and harmless.</summary>
internal static class DuplicateRuns
{
    private const string Prefix = "duplicates-";

    public static string IdOf(DateOnly date) => Prefix + date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? DateOf(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && DateOnly.TryParseExact(id[Prefix.Length..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>Starts the run of a night, unless it is at work.</summary>
    public static Task StartAsync(DurableTaskClient durable, DuplicateRequest request, CancellationToken cancellation) =>
        OneInstance.StartAsync(durable, nameof(FindDuplicates), IdOf(request.Date), request, cancellation);

    /// <returns>Null where there was none.</returns>
    public static async Task<DuplicateRunView?> FindAsync(DurableTaskClient durable, string id, CancellationToken cancellation) =>
        await durable.GetInstanceAsync(id, getInputsAndOutputs: true, cancellation) switch
        {
            null => null,
            { RuntimeStatus: OrchestrationRuntimeStatus.Completed } done when done.ReadOutputAs<DuplicateOutcome>() is { } outcome =>
                new DuplicateRunView(id, "done", done.CreatedAt, outcome, string.Create(CultureInfo.InvariantCulture, $"/api/duplicates/reports/{outcome.Date:yyyy-MM-dd}/{Reports.ReportLinks.Page}")),
            { IsCompleted: true } failed => new DuplicateRunView(id, "failed", failed.CreatedAt, null, null),
            var working => new DuplicateRunView(id, "working", working.CreatedAt, null, null),
        };
}
