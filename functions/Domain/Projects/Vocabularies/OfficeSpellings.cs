using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>How people write the offices of a state: the title alone, or with the country before or after it.</summary>
internal static class OfficeSpellings
{
    /// <summary>The title of a whole government, which people also call by the name of its country.</summary>
    public const string Government = "Government";

    public static IEnumerable<string> Of(ImmutableArray<string> titles, Country country)
    {
        var names = country.OtherNames.Where(IsPlain).Prepend(country.Name).Distinct().ToImmutableArray();
        foreach (var title in titles)
        {
            if (title == Government)
            {
                foreach (var name in country.OtherNames.Union([country.Code.Value, country.Iso3, country.Name, country.NameFr, country.NameEs, country.NameRu]))
                    yield return name;
                foreach (var name in names)
                {
                    yield return $"Govt of {name}";
                    yield return $"Gov of {name}";
                }

                yield return $"Gouvernement de {country.NameFr}";
                yield return $"Gobierno de {country.NameEs}";
            }
            else
            {
                yield return title;
            }

            // Folding makes "Ministry of Justice, Tajikistan" and "Ministry of Justice (Tajikistan)" one.
            foreach (var name in names)
            {
                yield return $"{title} of {name}";
                yield return $"{title} of the {name}";
                yield return $"{title} {name}";
                yield return $"{name} {title}";
                yield return $"{name} {title} of";
            }

            foreach (var adjective in country.Adjectives)
                yield return $"{adjective} {title}";
        }
    }

    // Formal names in four languages and inverted ones stand beside a title too rarely to pay for their keys.
    private static bool IsPlain(string name) =>
        name.Length <= 32 && name.All(letter => char.IsAsciiLetter(letter) || letter is ' ' or '.');
}
