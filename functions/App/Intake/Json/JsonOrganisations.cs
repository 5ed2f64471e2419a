using System.Text.Json;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake.Json;

/// <summary>Reads organisations. A reference that the file leaves out is found by the name, as in tables.</summary>
internal static class JsonOrganisations
{
    public static Participation? Participation(JsonCursor value)
    {
        var (name, reference, type, role, hasRole) = ((string?)null, (string?)null, (int?)null, (OrganisationRole?)null, false);
        foreach (var (key, part) in value.Properties())
        {
            switch (key)
            {
                case "name": name = part.Text(); break;
                case "reference": reference = part.Text(); break;
                case "type": type = part.Whole(0, 99); break;
                case "role": (role, hasRole) = (Role(part), true); break;
                default: part.Keep(); break;
            }
        }

        var organisation = Known(value, name, reference, type);
        if (!hasRole && value.Element.ValueKind == JsonValueKind.Object)
            value.Refuse("organisation.role-missing", "The organisation has no role.", "Write funding, accountable, extending or implementing.");
        return role is { } known && organisation is not null ? new Participation(known, organisation) : null;
    }

    public static OrganisationName? One(JsonCursor value)
    {
        var (name, reference, type) = ((string?)null, (string?)null, (int?)null);
        foreach (var (key, part) in value.Properties())
        {
            switch (key)
            {
                case "name": name = part.Text(); break;
                case "reference": reference = part.Text(); break;
                case "type": type = part.Whole(0, 99); break;
                default: part.Keep(); break;
            }
        }

        return Known(value, name, reference, type);
    }

    private static OrganisationName? Known(JsonCursor value, string? written, string? reference, int? type)
    {
        var name = written ?? "";
        if (name.Length == 0 && reference is null)
        {
            if (value.Element.ValueKind == JsonValueKind.Object) value.Warn("organisation.name-missing", "The organisation has neither a name nor a reference; it is left out.", "Add \"name\".");
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
