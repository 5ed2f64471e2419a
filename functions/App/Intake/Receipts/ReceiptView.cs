using System.Collections.Immutable;
using System.Text.Json;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake.Receipts;

/// <summary>The head of a receipt in the JSON contract.</summary>
internal sealed record ReceiptView(
    string Upload,
    string Partner,
    string File,
    ReceiptState State,
    string Sentence,
    CountsView Counts,
    UploadMode Mode,
    bool DryRun,
    string? Format,
    string By,
    bool OnBehalf,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? FinishedAt,
    ImmutableArray<RuleCount> Rules,
    TakenBack? TakenBack,
    int Removed,
    string? Fault)
{
    public static ReceiptView Of(Receipt receipt) => new(
        receipt.Upload,
        receipt.Partner,
        receipt.File,
        receipt.State,
        receipt.Sentence,
        new CountsView(receipt.Counts.Created, receipt.Counts.Updated, receipt.Counts.Unchanged, receipt.Counts.Rejected, receipt.Counts.Withdrawn),
        receipt.Mode,
        receipt.DryRun,
        receipt.Format,
        receipt.By,
        receipt.OnBehalf,
        receipt.ReceivedAt,
        receipt.FinishedAt,
        receipt.Rules,
        receipt.TakenBack,
        receipt.Removed,
        receipt.Fault);

    /// <summary>The members of the head into an object that is open.</summary>
    public static void WriteHead(Utf8JsonWriter json, Receipt receipt)
    {
        foreach (var member in JsonSerializer.SerializeToElement(Of(receipt), ContractJson.Options).EnumerateObject()) member.WriteTo(json);
    }
}

internal sealed record CountsView(int Created, int Updated, int Unchanged, int Rejected, int Withdrawn);

/// <summary>A record of a receipt in the JSON contract.</summary>
internal sealed record RecordView(string? Reference, Outcome Outcome, string? Sheet, int? Line, ImmutableArray<FieldChange> Changes)
{
    public static RecordView Of(RecordOutcome record) => new(record.Reference, record.Outcome, record.Sheet, record.Line, record.Changes);
}

/// <summary>A problem of a receipt in the JSON contract.</summary>
internal sealed record ProblemView(
    string? Sheet, int? Line, string? Column, string? Path, string? Reference, string Rule, Severity Severity, string Message, string? Suggestion)
{
    public static ProblemView Of(StagedProblem staged) => Of(staged.Problem, staged.Reference);

    public static ProblemView Of(Problem problem, string? reference) => new(
        problem.At.Sheet, problem.At.Line, problem.At.Column, problem.At.Path, reference, problem.Rule, problem.Severity, problem.Message, problem.Suggestion);
}
