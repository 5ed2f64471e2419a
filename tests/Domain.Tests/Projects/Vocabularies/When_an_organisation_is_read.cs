using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using Match = ParisPact.Domain.Projects.Vocabularies.VocabularyMatch<ParisPact.Domain.Projects.Vocabularies.Organisation>;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_an_organisation_is_read
{
    [Theory]
    [InlineData("UNODC", "XM-DAC-41128")]
    [InlineData("XM-DAC-41128", "XM-DAC-41128")]
    [InlineData("xm-dac-41128", "XM-DAC-41128")]
    [InlineData("41128", "XM-DAC-41128")]
    [InlineData("United Nations Office on Drug and Crime", "XM-DAC-41128")]
    [InlineData("United Nations Office on Drugs and Crime (UNODC)", "XM-DAC-41128")]
    [InlineData("UNODC - United Nations Office on Drugs and Crime", "XM-DAC-41128")]
    [InlineData("Office des Nations Unies contre la drogue et le crime", "XM-DAC-41128")]
    [InlineData("УНП ООН", "XM-DAC-41128")]
    [InlineData("GB-1", "GB-GOV-1")]
    [InlineData("DFID", "GB-GOV-1")]
    [InlineData("Department for International Development", "GB-GOV-1")]
    [InlineData("Foreign & Commonwealth Office", "GB-GOV-1")]
    [InlineData("Sida", "SE-0")]
    [InlineData("Gesellschaft für internationale Zusammenarbeit (GIZ) GmbH", "XM-DAC-5-52")]
    [InlineData("World Bank Group (WB)", "44000")]
    [InlineData("CARICC", "x-central-asian-regional-information-and-coordination-centre")]
    [InlineData("ЦАРИКЦ", "x-central-asian-regional-information-and-coordination-centre")]
    [InlineData("Tajik Drug Control Agency", "x-drug-control-agency-under-the-president-of-tajikistan")]
    [InlineData("Ministry of Justice of Tajikistan", "x-ministry-of-justice-of-tajikistan")]
    [InlineData("Ministry of Justice, Republic of Tajikistan", "x-ministry-of-justice-of-tajikistan")]
    [InlineData("Afghan Ministry of Counter Narcotics", "x-ministry-of-counter-narcotics-of-afghanistan")]
    [InlineData("МВД Республики Казахстан", "x-ministry-of-internal-affairs-of-kazakhstan")]
    [InlineData("Japan", "x-government-of-japan")]
    [InlineData("Government of Iran", "x-government-of-the-islamic-republic-of-iran")]
    [InlineData("US Government", "x-government-of-the-united-states-of-america")]
    public void It_is_found_by_identifiers_and_names(string text, string key)
    {
        var found = Assert.IsType<Match.Found>(Organisations.Find(text));

        Assert.Equal((key, true), (found.Value.Key, found.Exact));
    }

    [Fact]
    public void A_title_that_many_states_have_needs_the_country()
    {
        var ambiguous = Assert.IsType<Match.Ambiguous>(Organisations.Find("Ministry of Justice"));
        Assert.True(Organisations.Find("Ministry of Justice", PlaceCode.Parse("UZ")).TryGet(out var found));

        Assert.Contains(ambiguous.Candidates, candidate => candidate.Value.Country == PlaceCode.Parse("KG"));
        Assert.Equal("Ministry of Justice of Uzbekistan", found.Name);
    }

    [Fact]
    public void A_listed_reference_decides_before_the_name()
    {
        Assert.True(Organisations.Find("GB-GOV-1", "UNODC").TryGet(out var byReference));
        Assert.True(Organisations.Find("00141", "UNODC").TryGet(out var byName));

        Assert.Equal(("GB-GOV-1", "XM-DAC-41128"), (byReference.Key, byName.Key));
    }

    [Fact]
    public void A_code_that_sources_give_to_two_departments_is_not_listed() => Assert.IsType<Match.Unknown>(Organisations.Find("US-2"));

    [Fact]
    public void A_name_with_something_in_brackets_is_found_inexactly()
    {
        var found = Assert.IsType<Match.Found>(Organisations.Find("UNICEF (provincial office)"));

        Assert.Equal(("XM-DAC-41122", false), (found.Value.Key, found.Exact));
    }

    [Fact]
    public void A_stranger_with_a_listed_name_in_brackets_is_not_taken_for_it()
    {
        var unknown = Assert.IsType<Match.Unknown>(Organisations.Find("Valley Orchard Growers (USAID)"));

        Assert.Equal("US-GOV-1", unknown.Suggestion?.Value.Key);
    }

    [Theory]
    [InlineData("United Nations Ofice on Drugs and Crime", "United Nations Office on Drugs and Crime (XM-DAC-41128)")]
    [InlineData("Aga Kahn Foundation", "Aga Khan Foundation")]
    public void A_spelling_that_is_not_listed_is_a_suggestion(string text, string suggestion) =>
        Assert.Equal(suggestion, Assert.IsType<Match.Unknown>(Organisations.Find(text)).Suggestion?.Text);

    [Fact]
    public void Every_listed_name_means_its_own_organisation_or_says_that_several_bear_it() =>
        Assert.All(Organisations.All, organisation => Assert.All(
            organisation.OtherNames.Concat([organisation.Key, organisation.Name]),
            name => Assert.Contains(organisation, Candidates(name))));

    [Fact]
    public void No_two_organisations_outside_the_offices_of_states_share_a_name()
    {
        var shared = Organisations.All
            .SelectMany(organisation => organisation.OtherNames.Concat([organisation.Key, organisation.Name]))
            .Where(name => Candidates(name).Count > 1)
            .Select(name => $"{name}: {string.Join(", ", Candidates(name).Select(candidate => candidate.Key))}")
            .Distinct();

        Assert.Equal("", string.Join('\n', shared));
    }

    [Fact]
    public void Every_organisation_has_its_own_key_and_a_type_of_the_list()
    {
        Assert.Distinct(Organisations.All.Select(organisation => organisation.Key), StringComparer.OrdinalIgnoreCase);
        Assert.All(Organisations.All, organisation => Assert.True(Enum.IsDefined(organisation.Type)));
        Assert.True(Organisations.All.Length > 600);
    }

    private static List<Organisation> Candidates(string name) => Organisations.Find(name) switch
    {
        Match.Found found => [found.Value],
        Match.Ambiguous several => [.. several.Candidates.Select(candidate => candidate.Value)],
        _ => [],
    };
}
