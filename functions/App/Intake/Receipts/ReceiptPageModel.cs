using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Staging;

namespace ParisPact.Functions.Intake.Receipts;

/// <summary>What the page of a receipt shows.</summary>
/// <param name="Records">The first ones.</param>
/// <param name="RecordsInAll">As many as the receipt has.</param>
public sealed record ReceiptPageModel(Receipt Receipt, IReadOnlyList<RecordOutcome> Records, int RecordsInAll, IReadOnlyList<ReceiptPageModel.RuleGroup> Problems)
{
    public const int MostRecords = 1_000;
    private const int MostOfRule = 50;

    internal static ReceiptPageModel Of(Receipt receipt, IReadOnlyList<RecordOutcome> records, int recordsInAll, IReadOnlyList<StagedProblem> problems)
    {
        var byRule = problems.ToLookup(problem => (problem.Problem.Rule, problem.Problem.Severity));
        return new ReceiptPageModel(receipt, records, recordsInAll,
            [.. receipt.Rules.Select(rule => new RuleGroup(rule, [.. byRule[(rule.Rule, rule.Severity)].Take(MostOfRule)]))]);
    }

    /// <summary>One rule, how often it spoke, and the first places.</summary>
    public sealed record RuleGroup(RuleCount Rule, IReadOnlyList<StagedProblem> First);
}
