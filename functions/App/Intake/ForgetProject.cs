using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using ParisPact.Functions.Duplicates;

namespace ParisPact.Functions.Intake;

/// <summary>Whose project is to be forgotten: by the hashes of its references, since the references themselves must not be kept anywhere.</summary>
internal sealed record ForgetOrder(string Partner, ImmutableArray<string> Rows);

/// <summary>Removes what was taken down from everything that was made of it: files, what is staged, receipts, findings and reports.</summary>
internal static class ForgetProject
{
    private static readonly TimeSpan UntilUploadsAreDone = TimeSpan.FromSeconds(30);

    /// <returns>The uploads whose files could not be searched.</returns>
    [Function(nameof(ForgetProject))]
    public static async Task<ImmutableArray<string>> Run([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var order = context.GetInput<ForgetOrder>()!;
        var unsearchable = ImmutableArray.CreateBuilder<string>();
        string? after = null;
        do
        {
            var page = await context.ForgetInUploadsAsync(new ForgetPage(order.Partner, order.Rows, after));

            // An upload that is at work is looked at again when it has ended; the register refuses the project meanwhile.
            while (page.AtWork > 0)
            {
                await context.CreateTimer(UntilUploadsAreDone, CancellationToken.None);
                page = await context.ForgetInUploadsAsync(new ForgetPage(order.Partner, order.Rows, after));
            }

            unsearchable.AddRange(page.Unsearchable);
            after = page.Next;
        }
        while (after is not null);
        await context.ForgetInDuplicatesAsync(new ForgetDuplicates(order.Partner, order.Rows));
        return unsearchable.ToImmutable();
    }
}
