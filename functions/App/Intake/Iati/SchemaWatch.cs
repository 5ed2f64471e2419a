using System.Xml;
using System.Xml.Schema;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Iati;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>
/// Holds a file against the schema while it is read, one element at a time. What it is not shown, such as elements of foreign namespaces,
/// is not there for the schema either. Every finding is a warning: what the reader cannot use, it refuses itself.
/// </summary>
internal sealed class SchemaWatch
{
    public const string Rule = "iati.schema";

    private readonly XmlSchemaValidator _validator;
    private readonly List<Problem> _problems = [];
    private readonly string? _version;
    private XmlPlace _at = new(null, "", 1, 1, 1);

    public SchemaWatch(XmlSchemaSet schemas, XmlReader reader, string? version)
    {
        _version = version;
        _validator = new XmlSchemaValidator(reader.NameTable, schemas, (IXmlNamespaceResolver)reader, XmlSchemaValidationFlags.AllowXmlAttributes);
        _validator.ValidationEventHandler += (_, found) =>
        {
            if (found.Severity == XmlSeverityType.Error) _problems.Add(Describe(found.Exception));
        };
        _validator.Initialize();
    }

    public void Begin(XmlPlace at)
    {
        _at = at;
        _validator.ValidateElement(at.Name, "", null);
    }

    public void Attribute(string name, string space, string value) => _validator.ValidateAttribute(name, space, value, null);

    public void EndAttributes() => _validator.ValidateEndOfAttributes(null);

    public void Text(string text) => _validator.ValidateText(text);

    public void End(XmlPlace at)
    {
        _at = at;
        _validator.ValidateEndElement(null);
    }

    /// <summary>What was found since the last call.</summary>
    public IReadOnlyList<Problem> Take()
    {
        if (_problems.Count == 0) return [];
        Problem[] taken = [.. _problems];
        _problems.Clear();
        return taken;
    }

    private Problem Describe(XmlSchemaException found) =>
        new(_at.Position, Rule, Severity.Warning, $"Not as the schema of IATI {_version} has it: {SchemaMessage.Shorten(found.Message)}");
}
