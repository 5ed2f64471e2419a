using System.Collections.Immutable;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Partners;

/// <summary>Reads a draft into a partner, or says all that is wrong with it at once.</summary>
public static class PartnerReader
{
    private const int LongestName = 200;
    private const int MostPeople = 200;

    public static PartnerReading Read(PartnerDraft draft)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (!PartnerId.TryParse(draft.Id, out var id))
            errors.Add(new("id", "An id has 2 to 40 letters a to z, digits and inner hyphens."));
        var name = Text(draft.Name, "name", errors);
        var kind = Kind(draft.Kind, errors);
        var codes = Codes(draft.Countries, "countries", errors);
        var people = People(draft.People ?? [], errors);
        return errors.Count > 0
            ? new PartnerReading(null, errors.ToImmutable())
            : new PartnerReading(new Partner(id, name, kind, codes, people), []);
    }

    private static ImmutableArray<Person> People(IReadOnlyList<PersonDraft?> drafts, ImmutableArray<FieldError>.Builder errors)
    {
        if (drafts.Count > MostPeople) errors.Add(new("people", $"A partner has at most {MostPeople} people; this one has {drafts.Count}."));
        var people = ImmutableArray.CreateBuilder<Person>();
        var identities = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < drafts.Count; at++)
        {
            var (field, draft) = ($"people[{at}]", drafts[at] ?? new PersonDraft(null, null, null, null, null, null));
            var name = Text(draft.Name, $"{field}.name", errors);
            if (!RoleNames.TryParse(draft.Role, out var role))
                errors.Add(new($"{field}.role", $"A role is one of {string.Join(", ", RoleNames.All)}."));
            var mail = string.IsNullOrWhiteSpace(draft.Mail) ? null : draft.Mail.Trim();
            if (mail is not null && !MailAddress.LooksRight(mail)) errors.Add(new($"{field}.mail", "This is not a mail address."));
            var identity = string.IsNullOrWhiteSpace(draft.Identity) ? null : draft.Identity.Trim();
            if (identity is { Length: > 100 } || identity?.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.')) == true)
                errors.Add(new($"{field}.identity", "An identity is the object id or client id that the sign-in service gives: at most 100 letters, digits, hyphens, dots and underscores."));
            else if (identity is not null && !identities.TryAdd(identity, at))
                errors.Add(new($"{field}.identity", $"people[{identities[identity]}] has the same identity."));
            people.Add(new Person(
                name, role, mail,
                Codes(draft.Countries, $"{field}.countries", errors),
                Listed(draft.Themes, $"{field}.themes", text => text.ToLowerInvariant(), text => Themes.OfId(text) is not null, "There is no thematic area", errors),
                identity,
                Duplicates(draft.Duplicates, $"{field}.duplicates", errors)));
        }

        return people.ToImmutable();
    }

    private static string Text(string? text, string field, ImmutableArray<FieldError>.Builder errors)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length == 0) errors.Add(new(field, "A name is missing."));
        else if (trimmed.Length > LongestName) errors.Add(new(field, $"A name has at most {LongestName} characters; this one has {trimmed.Length}."));
        else if (trimmed.Any(char.IsControl)) errors.Add(new(field, "A name holds no control characters."));
        return trimmed;
    }

    private static PartnerKind Kind(string? text, ImmutableArray<FieldError>.Builder errors)
    {
        switch (text?.Trim().ToLowerInvariant())
        {
            case "country": return PartnerKind.Country;
            case "organisation" or "organization": return PartnerKind.Organisation;
            default:
                errors.Add(new("kind", "A partner is a country or an organisation."));
                return default;
        }
    }

    private static DuplicateMail? Duplicates(string? text, string field, ImmutableArray<FieldError>.Builder errors)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (DuplicateMailNames.TryParse(text, out var choice)) return choice;
        errors.Add(new(field, $"When to be mailed about duplicates is one of {string.Join(", ", DuplicateMailNames.All)}."));
        return null;
    }

    private static ImmutableArray<string> Codes(IReadOnlyList<string?>? texts, string field, ImmutableArray<FieldError>.Builder errors) =>
        Listed(texts, field, text => text.ToUpperInvariant(), IsCountry, "There is no country with the ISO 3166-1 code", errors);

    private static bool IsCountry(string text) => PlaceCode.TryParse(text, out var code) && code.IsCountry && Places.IsKnown(code);

    private static ImmutableArray<string> Listed(
        IReadOnlyList<string?>? texts, string field, Func<string, string> form, Func<string, bool> known, string unknown, ImmutableArray<FieldError>.Builder errors)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        for (var at = 0; at < (texts?.Count ?? 0); at++)
        {
            var text = form(texts![at]?.Trim() ?? "");
            if (!known(text)) errors.Add(new($"{field}[{at}]", $"{unknown} '{(text.Length > 50 ? text[..50] + "…" : text)}'."));
            else if (!found.Contains(text)) found.Add(text);
        }

        return found.ToImmutable();
    }
}
