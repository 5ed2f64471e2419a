using System.Collections.Frozen;
using System.Globalization;

namespace ParisPact.Domain.Intake.Iati;

/// <summary>Where an element of an IATI file stands. The XPath is written only when somebody asks for it.</summary>
/// <param name="Parent">The element around it; null for the root.</param>
/// <param name="Name">Without prefix.</param>
/// <param name="Index">From 1, among the elements of the same name and parent.</param>
/// <param name="Line">From 1, of the start tag's first character.</param>
/// <param name="Column">From 1, of the name in the start tag.</param>
public sealed record XmlPlace(XmlPlace? Parent, string Name, int Index, int Line, int Column)
{
    /// <summary>Elements that the standard allows once in their parent: a path to them reads better without <c>[1]</c>.</summary>
    private static readonly FrozenSet<string> Single = FrozenSet.ToFrozenSet(
        [
            "iati-activities", "iati-identifier", "reporting-org", "title", "activity-status", "activity-scope", "collaboration-type",
            "default-flow-type", "default-finance-type", "default-tied-status", "country-budget-items", "capital-spend", "conditions",
            "crs-add", "fss", "value", "period-start", "period-end", "transaction-type", "transaction-date", "provider-org", "receiver-org",
            "owner-org", "point", "pos", "name", "exactness", "location-class", "location-reach", "feature-designation",
        ],
        StringComparer.Ordinal);

    public string Path => Parent?.Path + "/" + Step;

    public Position Position => new(null, Line, Column.ToString(CultureInfo.InvariantCulture), Path);

    public Position OfAttribute(string attribute) => Position with { Path = Path + "/@" + attribute };

    private string Step => Index == 1 && Single.Contains(Name) || Parent is null
        ? Name
        : string.Create(CultureInfo.InvariantCulture, $"{Name}[{Index}]");
}
