using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Intake.Iati;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>Writes the small parts of which activities consist.</summary>
internal sealed class IatiWriter(XmlWriter xml)
{
    /// <summary>What stands where the schema demands a text and there is none.</summary>
    public const string NothingStated = "Not stated";

    public void Start(string name) => xml.WriteStartElement(name);

    /// <summary>An element of the register's namespace.</summary>
    public void StartOwn(string name) => xml.WriteStartElement(RegisterNamespace.Prefix, name, RegisterNamespace.Uri);

    public void End() => xml.WriteEndElement();

    public void Attribute(string name, string? value)
    {
        if (value is not null) xml.WriteAttributeString(name, Legal(value));
    }

    public void Attribute(string name, DateOnly date) => Attribute(name, date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public void Attribute(string name, int? number) => Attribute(name, number?.ToString(CultureInfo.InvariantCulture));

    /// <summary>An attribute of the register's namespace.</summary>
    public void Own(string name, string? value)
    {
        if (value is not null) xml.WriteAttributeString(RegisterNamespace.Prefix, name, RegisterNamespace.Uri, Legal(value));
    }

    /// <summary>Marks the element, or the attributes named with <c>@</c>, as there for the schema's sake alone.</summary>
    public void NotStated(params ReadOnlySpan<string?> what)
    {
        var named = what.ToArray().OfType<string>().ToArray();
        if (named.Length > 0) Own("not-stated", string.Join(' ', named));
    }

    public void Text(string text) => xml.WriteString(Legal(text));

    /// <summary>A percentage where the schema and the rules have one; any other number stands in our namespace.</summary>
    public void Percentage(decimal? percentage, bool isOurs = false)
    {
        var text = percentage?.ToString(CultureInfo.InvariantCulture);
        if (!isOurs && percentage is > 0m and <= 100m) Attribute("percentage", text);
        else Own("percentage", text);
    }

    public void Narratives(ImmutableArray<Narrative> narratives, bool lines)
    {
        foreach (var narrative in narratives) Narrative(narrative.Text, lines, narrative.Language);
    }

    /// <summary>A text; where reading would tidy it up, it stands once more as it is.</summary>
    public void Narrative(string text, bool lines = false, string? language = null)
    {
        xml.WriteStartElement("narrative");
        if (language is [>= 'a' and <= 'z', >= 'a' and <= 'z']) xml.WriteAttributeString("xml", "lang", null, language);
        if (CellText.Clean(text, lines) != text) Own("as-written", text);
        Text(text);
        xml.WriteEndElement();
    }

    /// <summary>A text that the schema demands and nobody stated.</summary>
    public void Filler(string text)
    {
        xml.WriteStartElement("narrative");
        NotStated(".");
        Text(text);
        xml.WriteEndElement();
    }

    /// <summary>Reference, type and name of an organisation.</summary>
    /// <param name="demanded">The schema demands reference, type and name, as it does for the reporting organisation.</param>
    public void Organisation(OrganisationName organisation, bool demanded)
    {
        Attribute("ref", organisation.Reference ?? (demanded ? "" : null));
        Attribute("type", organisation.Type?.ToString(CultureInfo.InvariantCulture) ?? (demanded ? "" : null));
        // Without the mark our reader would look the reference up by the name.
        var wouldBeFound = organisation.Reference is null && organisation.Name.Length > 0 && Organisations.Find(organisation.Name) is VocabularyMatch<Organisation>.Found { Exact: true };
        NotStated(
            organisation.Reference is null && (demanded || wouldBeFound) ? "@ref" : null,
            organisation.Type is null && demanded ? "@type" : null);
    }

    public void OrganisationName(OrganisationName organisation, bool demanded)
    {
        if (organisation.Name.Length > 0) Narrative(organisation.Name);
        else if (demanded) Filler(organisation.Reference ?? NothingStated);
    }

    /// <summary>Characters that XML cannot hold do not get into the register; should one, it must not break everybody's export.</summary>
    private static string Legal(string text)
    {
        if (IsLegal(text)) return text;
        var legal = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) legal.Append(text, at++, 2);
            else if (XmlConvert.IsXmlChar(text[at])) legal.Append(text[at]);
        }

        return legal.ToString();
    }

    private static bool IsLegal(string text)
    {
        foreach (var letter in text)
            if (!XmlConvert.IsXmlChar(letter)) return false;
        return true;
    }
}
