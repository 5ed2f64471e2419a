using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_the_places_are_listed
{
    [Fact]
    public void The_nine_countries_have_all_their_subdivisions()
    {
        var counts = Places.PriorityCountries.Select(country => $"{country} {Places.SubdivisionsOf(country).Length}");

        Assert.Equal("AF 34, IR 31, PK 7, TJ 5, TM 6, UZ 14, KG 9, KZ 20, RU 83", string.Join(", ", counts));
    }

    [Fact]
    public void Every_country_of_the_world_has_its_codes_and_its_names_in_four_languages()
    {
        Assert.Equal(251, Places.Countries.Length);
        Assert.All(Places.Countries, country =>
        {
            Assert.Equal(3, country.Iso3.Length);
            Assert.All([country.Name, country.NameFr, country.NameEs, country.NameRu], Assert.NotEmpty);
        });
        Assert.Equal(4, Places.CountryOf(PlaceCode.Parse("AF-KAN"))?.M49);
    }

    [Fact]
    public void Every_spelling_of_a_country_means_that_country_alone_but_for_two_codes_that_say_something_else() =>
        Assert.All(Places.Countries, country => Assert.All(
            country.OtherNames.Concat([country.Code.Value, country.Iso3, country.Name, country.NameFr, country.NameEs, country.NameRu]).Except(["KP", "NA"]),
            spelling => Assert.Equal($"{spelling} = {country.Code}", $"{spelling} = {Shown(Places.Find(spelling))}")));

    [Fact]
    public void Every_spelling_of_a_subdivision_means_it_once_the_country_is_known() =>
        Assert.All(Places.Subdivisions, subdivision => Assert.All(
            subdivision.OtherSpellings.Concat([subdivision.Code.Value, subdivision.Name]),
            spelling => Assert.Contains(subdivision.Code.Value, Shown(Places.Find(spelling, subdivision.Code.Country)), StringComparison.Ordinal)));

    [Fact]
    public void Every_town_is_read_as_its_subdivision() =>
        Assert.All(Places.Subdivisions, subdivision => Assert.All(
            subdivision.Towns,
            town => Assert.Contains(subdivision.Code.Value, Shown(Places.Find(town, subdivision.Code.Country)), StringComparison.Ordinal)));

    [Fact]
    public void The_places_that_share_a_spelling_are_these_and_no_others()
    {
        var shared = Places.Subdivisions
            .SelectMany(subdivision => subdivision.OtherSpellings.Append(subdivision.Name))
            .Select(spelling => Places.Find(spelling))
            .Where(match => match is VocabularyMatch<PlaceCode>.Ambiguous)
            .Select(Shown)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "AF-BDS or TJ-GB", "AF-NAN or KG-J", "AF-ZAB or IR-11", "IN-PB or PK-PB", "IR-09 or IR-28 or IR-29", "KG-GO or KG-O",
                "KP or PK-KP", "KZ-19 or KZ-75", "RU-AL or RU-ALT", "RU-LEN or RU-SPE", "UZ-TK or UZ-TO",
            ],
            shared);
    }

    private static string Shown(VocabularyMatch<PlaceCode> match) => match switch
    {
        VocabularyMatch<PlaceCode>.Found found => found.Value.Value,
        VocabularyMatch<PlaceCode>.Ambiguous several => string.Join(" or ", several.Candidates.Select(candidate => candidate.Value).Order()),
        _ => $"unknown ({match.DidYouMean})",
    };
}
