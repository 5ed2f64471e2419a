using System.Collections.Immutable;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Iati;

/// <summary>
/// One element of an IATI file with what is in it. Elements and attributes of foreign namespaces are left out;
/// those of the register's own namespace have the prefix <c>pp:</c> in their name.
/// </summary>
/// <param name="Attributes">Without namespace declarations and <c>xml:lang</c>; values as written.</param>
/// <param name="Text">The element's own text, without that of its children; empty where there is none.</param>
/// <param name="Language"><c>xml:lang</c> of this element or the nearest one around it, as written; null where there is none.</param>
public sealed record IatiElement(
    XmlPlace Place,
    ImmutableArray<KeyValuePair<string, string>> Attributes,
    string Text,
    ImmutableArray<IatiElement> Children,
    string? Language)
{
    /// <summary>Says that an element or some of its attributes stand there only because the schema demands them: <c>.</c> for the element, <c>@name</c> for an attribute, apart by spaces.</summary>
    public const string NotStated = "pp:not-stated";

    public string Name => Place.Name;

    /// <summary>The attribute's value as written; null where it is absent.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var (name, value) in Attributes)
                if (name == attribute) return value;
            return null;
        }
    }

    /// <summary>The attribute's value as a <see cref="PlainLine"/>; null where nothing is left.</summary>
    public string? Trimmed(string attribute) => this[attribute] is { } written && PlainLine.Of(written) is { Length: > 0 } value ? value : null;

    /// <summary>The first child of that name; null where there is none.</summary>
    public IatiElement? Child(string name)
    {
        foreach (var child in Children)
            if (child.Name == name) return child;
        return null;
    }

    public IEnumerable<IatiElement> All(string name) => Children.Where(child => child.Name == name);

    /// <summary>True where the export wrote the attribute only for the schema's sake, and nothing may be concluded from its absence.</summary>
    public bool SaysNothingOf(string attribute) => this[NotStated]?.Split(' ').Contains("@" + attribute) == true;

    /// <summary>A warning about this element.</summary>
    public Problem Warn(string rule, string message, string? suggestion = null) =>
        new(Place.Position, rule, Severity.Warning, message, suggestion);

    /// <summary>A warning about one of its attributes.</summary>
    public Problem WarnOf(string attribute, string rule, string message, string? suggestion = null) =>
        new(Place.OfAttribute(attribute), rule, Severity.Warning, message, suggestion);

    /// <summary>An error about this element.</summary>
    public Problem Refuse(string rule, string message, string? suggestion = null) =>
        new(Place.Position, rule, Severity.Error, message, suggestion);
}
