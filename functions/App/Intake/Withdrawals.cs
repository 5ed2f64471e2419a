using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake;

/// <summary>Keeps a file that was called complete by mistake from emptying the register.</summary>
internal static class Withdrawals
{
    /// <summary>More than half of what a partner has is withdrawn only where whoever sent the file named the number.</summary>
    /// <param name="planned">What each part would do.</param>
    public static UploadRead Confirmed(UploadRead read, IEnumerable<PartMerged> planned)
    {
        var counts = planned.Aggregate(default(ReceiptCounts), (sum, part) => sum + part.Counts);
        var standing = counts.Updated + counts.Unchanged + counts.Withdrawn;
        if (counts.Withdrawn * 2 <= standing || read.Confirm == counts.Withdrawn) return read;
        var refusal = $"It says that it is complete, and would withdraw {ReceiptSentence.Count(counts.Withdrawn, "project")} of {standing.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)}, more than half. " +
            $"If that is meant, send it again with confirm={counts.Withdrawn}.";
        return read with { Refusal = refusal, Parts = 0 };
    }
}
