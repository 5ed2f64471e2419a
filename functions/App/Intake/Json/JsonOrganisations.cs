using System.Text.Json;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake.Json;

/// <summary>
/// Reads organisations. A reference or a type that is left out is found by the name, as in tables; one that is said to be <c>null</c> stays out,
/// which is how exports write an organisation of which the register knows no more than its name.
/// </summary>
internal static class JsonOrganisations
{
    public static Participation? Participation(JsonCursor value)
    {
        var (said, role, hasRole) = (default(Said), (OrganisationRole?)null, false);
        foreach (var (key, part) in value.Properties())
        {
            switch (key)
            {
                case "name" or "reference" or "type": said = said.With(key, part); break;
                case "role": (role, hasRole) = (Role(part), true); break;
                default: part.Keep(); break;
            }
        }

        var organisation = Known(value, said);
        if (!hasRole && value.Element.ValueKind == JsonValueKind.Object)
            value.Refuse("organisation.role-missing", "The organisation has no role.", "Write funding, accountable, extending or implementing.");
        return role is { } known && organisation is not null ? new Participation(known, organisation) : null;
    }

    public static OrganisationName? One(JsonCursor value)
    {
        var said = default(Said);
        foreach (var (key, part) in value.Properties())
        {
            if (key is "name" or "reference" or "type") said = said.With(key, part);
            else part.Keep();
        }

        return Known(value, said);
    }

    private static OrganisationName? Known(JsonCursor value, Said said)
    {
        var (name, reference) = (said.Name ?? "", said.Reference);
        if (name.Length == 0 && reference is null)
        {
            if (value.Element.ValueKind == JsonValueKind.Object) value.Warn("organisation.name-missing", "The organisation has neither a name nor a reference; it is left out.", "Add \"name\".");
            return null;
        }

        if (said is { NoReference: true, NoType: true }) return new OrganisationName(name);
        var match = Organisations.Find(reference, name);
        if (match.TryGet(out var known)) return new OrganisationName(name, reference ?? (said.NoReference ? null : known.Id), said.Type ?? (said.NoType ? null : (int)known.Type));
        if (reference is null && !said.NoReference)
            value.Warn("organisation.unknown", $"{JsonCursor.Quote(name)} is not in the list of organisations; it is kept as written.", match.DidYouMean is { } near ? $"Did you mean {near}?" : null, name);
        return new OrganisationName(name, reference, said.Type);
    }

    private static OrganisationRole? Role(JsonCursor value)
    {
        if (value.Text() is not { } text) return null;
        var match = OrganisationRoles.Find(text);
        if (match.TryGet(out var role)) return role;
        value.Refuse("organisation.role-unknown", $"{JsonCursor.Quote(text)} is no role of an organisation.", "Write funding, accountable, extending or implementing.");
        return null;
    }

    /// <param name="NoReference">The file says that there is none.</param>
    /// <param name="NoType">The file says that there is none.</param>
    private readonly record struct Said(string? Name, string? Reference, int? Type, bool NoReference, bool NoType)
    {
        public Said With(string property, JsonCursor value) => property switch
        {
            "name" => this with { Name = value.Text() },
            "reference" => this with { Reference = value.Code(), NoReference = value.IsNull },
            _ => this with { Type = value.Whole(0, 99), NoType = value.IsNull },
        };
    }
}
