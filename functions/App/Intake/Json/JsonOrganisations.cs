using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake.Json;

/// <summary>Reads organisations. A reference that the file leaves out is found by the name, as in tables.</summary>
internal static class JsonOrganisations
{
    public static Participation? Participation(JsonCursor value)
    {
        OrganisationRole? role = null;
        var hasRole = false;
        var organisation = Read(value, (key, part) =>
        {
            if (key != "role") return false;
            hasRole = true;
            role = Role(part);
            return true;
        });
        if (!hasRole && value.Element.ValueKind == System.Text.Json.JsonValueKind.Object)
            value.Refuse("organisation.role-missing", "The organisation has no role.", "Write funding, accountable, extending or implementing.");
        return role is { } known && organisation is not null ? new Participation(known, organisation) : null;
    }

    public static OrganisationName? One(JsonCursor value) => Read(value, static (_, _) => false);

    /// <param name="takes">Takes a property that is not the organisation's own; false where it is not understood.</param>
    private static OrganisationName? Read(JsonCursor value, Func<string, JsonCursor, bool> takes)
    {
        var (name, reference, type) = ("", (string?)null, (int?)null);
        foreach (var (key, part) in value.Properties())
        {
            if (key == "name") name = part.Text() ?? "";
            else if (key == "reference") reference = part.Text();
            else if (key == "type") type = part.Whole(0, 99);
            else if (!takes(key, part)) part.Keep();
        }

        if (name.Length == 0 && reference is null)
        {
            if (value.Element.ValueKind == System.Text.Json.JsonValueKind.Object) value.Warn("organisation.name-missing", "The organisation has neither a name nor a reference; it is left out.", "Add \"name\".");
            return null;
        }

        var match = Organisations.Find(reference, name);
        if (match.TryGet(out var known)) return new OrganisationName(name, reference ?? known.Id, type ?? (int)known.Type);
        if (reference is null)
            value.Warn("organisation.unknown", $"{JsonCursor.Quote(name)} is not in the list of organisations; it is kept as written.", match.DidYouMean is { } near ? $"Did you mean {near}?" : null, name);
        return new OrganisationName(name, reference, type);
    }

    private static OrganisationRole? Role(JsonCursor value)
    {
        if (value.Text() is not { } text) return null;
        var match = OrganisationRoles.Find(text);
        if (match.TryGet(out var role)) return role;
        value.Refuse("organisation.role-unknown", $"{JsonCursor.Quote(text)} is no role of an organisation.", "Write funding, accountable, extending or implementing.");
        return null;
    }
}
