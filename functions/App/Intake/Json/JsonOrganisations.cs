using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake.Json;

/// <summary>Reads organisations. A reference that the file leaves out is found by the name, as in tables.</summary>
internal static class JsonOrganisations
{
    public static Participation? Participation(JsonCursor value)
    {
        OrganisationRole? role = null;
        foreach (var (name, part) in value.Properties())
        {
            if (name != "role" || part.Text() is not { } text) continue;
            var match = OrganisationRoles.Find(text);
            if (match.TryGet(out var read)) role = read;
            else part.Refuse("organisation.role-unknown", $"{JsonCursor.Quote(text)} is no role of an organisation.", "Write funding, accountable, extending or implementing.");
        }

        if (role is null && value.Element.ValueKind == System.Text.Json.JsonValueKind.Object && !value.Element.TryGetProperty("role", out _))
            value.Refuse("organisation.role-missing", "The organisation has no role.", "Write funding, accountable, extending or implementing.");
        return role is { } known && One(value) is { } organisation ? new Participation(known, organisation) : null;
    }

    public static OrganisationName? One(JsonCursor value)
    {
        var (name, reference, type) = ("", (string?)null, (int?)null);
        foreach (var (key, part) in value.Properties())
        {
            if (key == "name") name = part.Text() ?? "";
            else if (key == "reference") reference = part.Text();
            else if (key == "type") type = part.Whole(0, 99);
        }

        if (name.Length == 0 && reference is null) return null;
        var match = Organisations.Find(reference, name);
        if (match.TryGet(out var known)) return new OrganisationName(name, reference ?? known.Id, type ?? (int)known.Type);
        if (reference is null)
            value.Warn("organisation.unknown", $"{JsonCursor.Quote(name)} is not in the list of organisations; it is kept as written.", match.DidYouMean is { } near ? $"Did you mean {near}?" : null, name);
        return new OrganisationName(name, reference, type);
    }
}
