using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Partners;

namespace ParisPact.Domain.Duplicates;

/// <summary>Who of a partner is to be brought together with others over what they do in the same place.</summary>
public static class PeopleToMeet
{
    /// <summary>Of each partner.</summary>
    public const int Most = 3;

    /// <param name="countries">Where both work.</param>
    /// <param name="themes">What both are for.</param>
    /// <returns>Those who look after these countries and themes by name come first; who looks after others is left out.</returns>
    public static ImmutableArray<Contact> Of(Partner partner, IReadOnlyCollection<string> countries, IReadOnlyCollection<string> themes) => [.. partner.People
        .Where(person => person.Role is Role.Partner or Role.FocalPoint or Role.Coordinator)
        .Where(person => (person.Countries.IsEmpty || person.Countries.Any(countries.Contains)) && (person.Themes.IsEmpty || person.Themes.Any(themes.Contains)))
        .OrderByDescending(person => (person.Countries.IsEmpty ? 0 : 2) + (person.Themes.IsEmpty ? 0 : 1))
        .ThenBy(static person => person.Role).ThenBy(static person => person.Name, StringComparer.Ordinal)
        .Take(Most)
        .Select(person => new Contact(person.Name, person.Role, partner.Name, person.Mail))];
}
