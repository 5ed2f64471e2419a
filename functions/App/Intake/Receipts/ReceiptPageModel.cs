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
    private const int MostPlaces = 12;

    internal static ReceiptPageModel Of(Receipt receipt, IReadOnlyList<RecordOutcome> records, int recordsInAll, IReadOnlyList<StagedProblem> problems)
    {
        var byRule = problems.ToLookup(problem => (problem.Problem.Rule, problem.Problem.Severity));
        return new ReceiptPageModel(receipt, records, recordsInAll,
            [.. receipt.Rules.OrderByDescending(static rule => rule.Severity).ThenBy(static rule => Weight(rule.Rule)).Select(rule => RuleGroup.Of(rule, byRule[(rule.Rule, rule.Severity)]))]);
    }

    /// <summary>What falsifies sums comes before what stays as written.</summary>
    private static int Weight(string rule) => rule[..Math.Max(0, rule.IndexOf('.', StringComparison.Ordinal))] switch
    {
        "row" or "amount" or "money" or "currency" or "percentage" or "places" or "sectors" or "themes" => 0,
        "place" or "date" or "dates" or "status" or "reference" => 1,
        "organisation" or "sector" or "column" => 3,
        _ => 2,
    };

    /// <summary>One rule, how often it spoke, and the first of what it said.</summary>
    /// <param name="Places">How many places stand in <paramref name="First"/>.</param>
    public sealed record RuleGroup(RuleCount Rule, IReadOnlyList<Said> First, int Places)
    {
        public bool NamesRecords => First.Any(static said => !string.IsNullOrEmpty(said.First.Reference));

        internal static RuleGroup Of(RuleCount rule, IEnumerable<StagedProblem> problems)
        {
            var first = problems
                .GroupBy(static problem => (problem.Problem.Message, problem.Problem.Suggestion, problem.Problem.At.Sheet, problem.Problem.At.Column))
                .Take(MostOfRule)
                .Select(static same => new Said(same.First(), [.. same.Skip(1).Take(MostPlaces)], same.Count()))
                .ToList();
            return new RuleGroup(rule, first, first.Sum(static said => said.Times));
        }
    }

    /// <summary>The same sentence, which a file may call for in every other line.</summary>
    /// <param name="First">Where it comes first.</param>
    /// <param name="Next">The places after that, as many as one wants to read.</param>
    /// <param name="Times">All of them.</param>
    public sealed record Said(StagedProblem First, IReadOnlyList<StagedProblem> Next, int Times);
}
