using System.Globalization;

namespace ParisPact.Domain.Intake;

/// <summary>The plain sentences on top of a receipt: what was added, changed, left alone, refused and withdrawn, and that nothing was deleted.</summary>
public static class ReceiptSentence
{
    public static string Of(Receipt receipt) => string.Join(' ', Sentences(receipt));

    /// <summary><c>1 project</c>, <c>2 projects</c>, <c>1,200 projects</c>.</summary>
    public static string Count(int count, string noun) => $"{Number(count)} {noun}{(count == 1 ? "" : "s")}";

    private static IEnumerable<string> Sentences(Receipt receipt)
    {
        yield return receipt.State switch
        {
            ReceiptState.Working => $"{receipt.File} is being taken in.",
            ReceiptState.Refused when receipt.Fault is { } fault => $"A fault on our side ended the intake of {receipt.File}. Nothing was deleted and nothing is lost: the file is kept and can be taken in again, and what had been taken in before stays. The fault has the id {fault}.",
            ReceiptState.Refused => $"{receipt.File} was refused as a whole, and nothing in the register was changed: {receipt.Refusal}",
            _ => Done(receipt),
        };
        if (receipt.State == ReceiptState.Working) yield break;
        if (Listed(receipt) is { } listed) yield return listed;
        if (receipt.TakenBack is { } back)
            yield return $"The upload was taken back on {Day(back.At)}: {Was(back.Withdrawn, "project that it had added", "projects that it had added", "withdrawn")} and {Was(back.Restored, "project", "projects", "restored to what it had been before", "restored to what they had been before")}.";
        if (receipt.Removed > 0)
            yield return $"{Was(receipt.Removed, "record", "records", "removed from this receipt later, because its project was taken down", "removed from this receipt later, because their projects were taken down")}.";
    }

    private static string Done(Receipt receipt)
    {
        var counts = receipt.Counts;
        if (counts.InFile == 0 && counts.Withdrawn == 0) return $"{receipt.File} holds no project, so nothing was changed and nothing was deleted.";
        var would = receipt.DryRun;
        var opening = would ? $"This was a trial: nothing was changed. With {receipt.File}, " : $"From {receipt.File}, ";
        if (counts.ChangedNothing && counts.Rejected == 0)
        {
            var same = counts.InFile == 1 ? "its only project already stands" : $"all {Number(counts.InFile)} projects already stand";
            return would
                ? $"{opening}nothing would change: {same} in the register as the file says."
                : $"{receipt.File} changed nothing: {same} in the register as the file says. Nothing was deleted.";
        }

        var parts = new List<string>();
        if (counts.Withdrawn > 0) parts.Add(Part(counts.Withdrawn, "withdrawn because the file says that it is complete and leaves " + (counts.Withdrawn == 1 ? "it" : "them") + " out", would, first: true));
        if (counts.Created > 0) parts.Add(Part(counts.Created, "added", would, parts.Count == 0));
        if (counts.Updated > 0) parts.Add(Part(counts.Updated, "changed", would, parts.Count == 0));
        if (counts.Unchanged > 0) parts.Add(Part(counts.Unchanged, "left as " + (counts.Unchanged == 1 ? "it was" : "they were"), would, parts.Count == 0));
        if (counts.Rejected > 0) parts.Add(Part(counts.Rejected, "refused", would, parts.Count == 0));
        var closing = would
            ? counts.Withdrawn > 0 ? " Nothing would be deleted: what is withdrawn keeps its history." : " Nothing would be deleted."
            : counts.Withdrawn > 0 ? " Nothing was deleted: what is withdrawn keeps its history." : " Nothing was deleted.";
        return $"{opening}{And(parts)}.{closing}";
    }

    private static string Part(int count, string what, bool would, bool first)
    {
        var subject = first ? Count(count, "project") : Number(count);
        return would ? $"{subject} would be {what}" : $"{subject} {(count == 1 ? "was" : "were")} {what}";
    }

    private static string? Listed(Receipt receipt)
    {
        var errors = receipt.Rules.Where(rule => rule.Severity == Severity.Error).Sum(rule => rule.Count);
        var warnings = receipt.Rules.Where(rule => rule.Severity == Severity.Warning).Sum(rule => rule.Count);
        if (errors + warnings == 0) return null;
        var listed = receipt.Rules.Where(rule => rule.Severity != Severity.Fatal).Sum(rule => rule.Listed);
        var parts = new List<string>();
        if (errors > 0) parts.Add(Count(errors, "error"));
        if (warnings > 0) parts.Add(Count(warnings, "warning"));
        return listed == errors + warnings
            ? $"There {(errors + warnings == 1 || (errors == 1 && parts.Count == 2) ? "is" : "are")} {And(parts)}."
            : $"There are {And(parts)}; the first {Number(listed)} are listed, all are counted.";
    }

    private static string Was(int count, string one, string many, string verb, string? verbOfMany = null) =>
        count == 1 ? $"1 {one} was {verb}" : $"{Number(count)} {many} were {verbOfMany ?? verb}";

    private static string And(List<string> parts) =>
        parts.Count == 1 ? parts[0] : string.Join(", ", parts.Take(parts.Count - 1)) + " and " + parts[^1];

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
