using System.Globalization;
using Microsoft.AspNetCore.Components;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake.Receipts;

/// <summary>A receipt as a page that stands alone: no script, no other file; everything from the partner's file is encoded.</summary>
public sealed partial class ReceiptPage
{
    [Parameter, EditorRequired]
    public ReceiptPageModel Model { get; set; } = null!;

    private Receipt Receipt => Model.Receipt;

    private string Kind => Receipt.State switch
    {
        ReceiptState.Working => "Being taken in",
        ReceiptState.Refused => Receipt.Fault is null ? "Refused" : "Stopped by a fault on our side",
        _ => Receipt.DryRun ? "Trial run" : Receipt.TakenBack is null ? "Taken in" : "Taken in, and taken back",
    };

    private string StateClass => Receipt.State switch
    {
        ReceiptState.Working => "working",
        ReceiptState.Refused => "refused",
        _ => Receipt.Counts.Rejected > 0 ? "partly" : "done",
    };

    private (string Word, int Count, string Name)[] Counts =>
    [
        (Receipt.DryRun ? "would be added" : "added", Receipt.Counts.Created, "created"),
        (Receipt.DryRun ? "would be changed" : "changed", Receipt.Counts.Updated, "updated"),
        ("left as they were", Receipt.Counts.Unchanged, "unchanged"),
        ("refused", Receipt.Counts.Rejected, "rejected"),
        (Receipt.DryRun ? "would be withdrawn" : "withdrawn", Receipt.Counts.Withdrawn, "withdrawn"),
    ];

    private static string Where(Position at)
    {
        var parts = new List<string>();
        if (at.Sheet is { } sheet) parts.Add($"sheet {sheet}");
        if (at.Line is { } line) parts.Add($"line {line.ToString(CultureInfo.InvariantCulture)}");
        if (at.Column is { } column) parts.Add($"column {column}");
        if (parts.Count == 0 && at.Path is { } path) parts.Add(path);
        return string.Join(", ", parts);
    }

    /// <summary>Where else the same is to be said: lines where the file has lines, else the records.</summary>
    private static string Also(ReceiptPageModel.Said said)
    {
        var byLine = said.Next.All(static problem => problem.Problem.At.Line is not null);
        var places = said.Next.Select(problem => byLine ? problem.Problem.At.Line!.Value.ToString(CultureInfo.InvariantCulture) : problem.Reference ?? "").Where(static place => place.Length > 0).Distinct();
        var more = said.Times - 1 - said.Next.Count;
        return $"Also in {(byLine ? said.Next.Count == 1 ? "line " : "lines " : "")}{string.Join(", ", places)}{(more > 0 ? $" and {Number(more)} more" : "")}.";
    }

    private static string SeverityClass(Severity severity) => SeverityWord(severity).ToLowerInvariant();

    private static string SeverityWord(Severity severity) => severity switch
    {
        Severity.Fatal => "Fatal",
        Severity.Error => "Error",
        _ => "Warning",
    };

    /// <summary><c>place.unknown</c> as <c>Place: unknown</c>.</summary>
    private static string RuleWords(string rule)
    {
        var words = rule.Replace(".", ": ", StringComparison.Ordinal).Replace('-', ' ');
        var first = rule.IndexOf('.', StringComparison.Ordinal);
        return first < 0 ? words : (rule[..first] is "iati" or "json" or "xml" or "csv" or "zip" ? words[..first].ToUpperInvariant() : char.ToUpperInvariant(words[0]) + words[1..first]) + words[first..];
    }

    private static string OutcomeClass(Outcome outcome) => outcome == Outcome.Rejected ? "error" : outcome == Outcome.Withdrawn ? "warning" : "";

    private static string OutcomeWord(Outcome outcome) => outcome switch
    {
        Outcome.Created => "added",
        Outcome.Updated => "changed",
        Outcome.Unchanged => "unchanged",
        Outcome.Rejected => "refused",
        _ => "withdrawn",
    };

    private static string Times(int count) => count == 1 ? "once" : $"{Number(count)} times";

    private static string FormatWord(string format) => format.Length <= 5 ? format.ToUpperInvariant() : format;

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
