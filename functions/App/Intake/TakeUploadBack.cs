using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake;

/// <summary>Which upload, and who takes it back.</summary>
internal sealed record TakeBackOrder(string Upload, string By, bool OnBehalf);

/// <summary>From the decision to take an upload back to its new receipt.</summary>
internal static class TakeUploadBack
{
    public static string InstanceId(string upload) => $"take-back-{upload}";

    [Function(nameof(TakeUploadBack))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var order = context.GetInput<TakeBackOrder>()!;
        var at = new DateTimeOffset(context.CurrentUtcDateTime);

        // All parts at once; what somebody changed since the check is left alone.
        var parts = await context.TakeBackPartsAsync(order, at);

        // The receipt says so from now on.
        var counts = parts.Aggregate(default(ReceiptCounts), (sum, part) => sum + part);
        await context.NoteTakeBackAsync(order.Upload, new TakenBack(at, order.By, counts.Withdrawn, counts.Updated));
    }
}
