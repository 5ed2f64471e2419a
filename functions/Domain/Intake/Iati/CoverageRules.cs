namespace ParisPact.Domain.Intake.Iati;

/// <summary>
/// What the standard ruleset says about where sectors and recipients stand: with the activity, or with all of its transactions
/// (rules 6.2.2, 6.6.2, 6.7.2, 3.6.2, 3.7.1, 3.7.2).
/// </summary>
public static class CoverageRules
{
    public static IEnumerable<Problem> Check(IatiElement activity, bool hasSector, bool hasRecipient, TransactionCoverage transactions) =>
    [
        .. Of(activity, "sector", "iati.sector", hasSector, transactions.WithSector, transactions.All),
        .. Of(activity, "recipient country or region", "iati.recipient", hasRecipient, transactions.WithRecipient, transactions.All),
    ];

    private static IEnumerable<Problem> Of(IatiElement activity, string what, string rule, bool own, int with, int all)
    {
        if (own && with > 0)
            yield return activity.Warn(rule + "-at-both-levels", $"The activity names a {what}, and so do {with} of its transactions. The activity's own are taken.", $"Name each {what} either for the activity or for every transaction.");
        else if (!own && with == 0)
            yield return activity.Warn(rule + "-missing", $"Neither the activity nor its transactions name a {what}.");
        else if (!own && with < all)
            yield return activity.Warn(rule + "-in-some-transactions", $"Only {with} of {all} transactions name a {what}, and the activity names none.", $"Name a {what} for every transaction, or for the activity.");
    }
}
