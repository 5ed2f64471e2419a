namespace ParisPact.Domain.Intake.Iati;

/// <summary>
/// What the standard ruleset says about identifiers (rules 1.1.3, 1.1.21, and 1.x.1 on white space). All are warnings; what
/// makes a record unusable is said by the reader. The rules on symbols and on agency codes (1.x.8, 1.x.13) hold only for organisations that
/// the IATI registry does not list yet: without its list they would mostly blame the innocent, so they are not applied.
/// </summary>
public static class IdentifierRules
{
    public static IEnumerable<Problem> Activity(IatiElement identifier, string? reporter, IReadOnlyCollection<string> formerReporters)
    {
        var reference = identifier.Text.Trim();
        if (identifier.Text.Length != reference.Length && IsPadded(identifier.Text))
            yield return identifier.Warn("iati.identifier-spaces", "The activity's identifier has white space around it, which is left out.");
        if (reporter is null) yield break;
        if (reference.Equals(reporter, StringComparison.OrdinalIgnoreCase))
            yield return identifier.Warn("iati.identifier-is-organisation", $"The activity's identifier {Quote.Of(reference)} is that of the reporting organisation itself.", "Add a hyphen and your own number of the activity.");
        else if (!formerReporters.Append(reporter).Any(organisation => reference.StartsWith(organisation + "-", StringComparison.OrdinalIgnoreCase)))
            yield return identifier.Warn("iati.identifier-prefix", $"The activity's identifier {Quote.Of(reference)} does not begin with the reporting organisation's, {Quote.Of(reporter)}, and a hyphen.");
    }

    /// <summary>A reference in an attribute, such as <c>reporting-org/@ref</c>.</summary>
    public static IEnumerable<Problem> Padding(IatiElement element, string attribute)
    {
        if (element[attribute] is { } value && value.Trim().Length != value.Length && value.Trim().Length > 0)
            yield return element.WarnOf(attribute, "iati.identifier-spaces", $"The reference {Quote.Of(value)} has white space around it, which is left out.");
    }

    /// <summary>Line breaks and indentation around an element's text are how the file is laid out, and nothing that its author wrote.</summary>
    private static bool IsPadded(string text) => !text.Contains('\n', StringComparison.Ordinal);
}
