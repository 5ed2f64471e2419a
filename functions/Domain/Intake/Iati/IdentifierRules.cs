using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Iati;

/// <summary>
/// What the standard ruleset says about identifiers (rules 1.1.3, 1.1.21, 1.3.13, and 1.x.1 on white space). All are warnings; what
/// makes a record unusable is said by the reader. Rule 1.3.13 does not hold for organisations whose identifier is older than the rule;
/// of these we know the ones in <see cref="Organisations"/>.
/// </summary>
public static class IdentifierRules
{
    private static readonly char[] Symbols = ['/', '&', '|', '?'];

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
        if (reference.IndexOfAny(Symbols) >= 0 && !Organisations.Find(reporter).TryGet(out _))
            yield return identifier.Warn("iati.identifier-symbols", $"The activity's identifier {Quote.Of(reference)} has one of the symbols / & | ? in it, which new identifiers must not have.");
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
