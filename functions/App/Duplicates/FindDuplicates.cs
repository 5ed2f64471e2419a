using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace ParisPact.Functions.Duplicates;

/// <summary>The search for projects that are told twice and for those that overlap, once a night.</summary>
internal static class FindDuplicates
{
    [Function(nameof(FindDuplicates))]
    public static async Task<DuplicateOutcome> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var asked = context.GetInput<DuplicateRequest>()!;

        // What has changed since the last run, and is the model still good?
        var plan = await context.PrepareDuplicatesAsync(asked, context.NewGuid().ToString("N"));

        // Every part of the register against the whole.
        await context.CompareShardsAsync(plan);

        // What is new, what is open, what was decided.
        var outcome = await context.ReportDuplicatesAsync(plan);

        // To whom each of it matters.
        return outcome with { Mails = await context.MailDuplicatesAsync(plan) };
    }
}
