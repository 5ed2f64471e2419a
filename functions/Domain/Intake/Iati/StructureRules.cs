namespace ParisPact.Domain.Intake.Iati;

/// <summary>
/// What the schema demands of an activity that we read, for files that are held against no schema. All are warnings; a missing
/// identifier or title is refused by the reader, with or without a schema.
/// </summary>
public static class StructureRules
{
    private static readonly (string Name, string Rule, string Message)[] Required =
    [
        ("reporting-org", "iati.reporting-org-missing", "The activity does not say who reports it."),
        ("description", "iati.description-missing", "The activity has no description."),
        ("participating-org", "iati.participating-org-missing", "The activity names no participating organisation."),
        ("activity-status", "iati.status-missing", "The activity has no status."),
    ];

    private static readonly string[] Once = ["iati-identifier", "reporting-org", "title", "activity-status"];

    /// <param name="counts">How many children of each name the activity has.</param>
    public static IEnumerable<Problem> Activity(IatiElement activity, IReadOnlyDictionary<string, int> counts, bool isVersion1)
    {
        foreach (var (name, rule, message) in Required)
            if (!counts.ContainsKey(name)) yield return activity.Warn(rule, message);
        if (isVersion1) yield break;
        foreach (var name in Once)
            if (counts.GetValueOrDefault(name) > 1) yield return activity.Warn("iati.element-repeated", $"The activity has {counts[name]} elements {name}; the first is taken.");
    }

    /// <summary>Dates that an amount must have.</summary>
    public static IEnumerable<Problem> Money(IatiElement money, DateOnly? valueDate, DateOnly? start, DateOnly? end)
    {
        if (valueDate is null && money.Child("value") is { } value && value.Trimmed("value-date") is null)
            yield return value.Warn("iati.value-date-missing", "The amount has no value date, by which it would be converted.");
        if (money.Name == "budget" && (money.Child("period-start") is null || money.Child("period-end") is null) && (start is null || end is null))
            yield return money.Warn("iati.period-missing", "The budget does not say which period it covers.");
        if (money.Name == "transaction" && start is null && money.Child("transaction-date") is null)
            yield return money.Warn("iati.transaction-date-missing", "The transaction has no date.");
    }
}
