namespace ParisPact.Tests.Intake.Tables;

public sealed class When_places_are_told_in_many_ways
{
    [Theory]
    [InlineData("PK - Pakistan (50%); IR - Iran (Islamic Republic of) (50%)", "PK 50%, IR 50%")]
    [InlineData("\"Tanzania, United Republic of\"", "TZ")]
    [InlineData("IR: Iran (Islamic Republic of)", "IR")]
    [InlineData("Korea (Republic of); Côte d'Ivoire", "KR, CI")]
    public void Names_with_brackets_and_commas_in_them_are_whole(string countries, string places)
    {
        var reads = Given.Csv($"ID,Title,Country / Pays\n1,One,{countries}\n");
        Assert.Equal(places, Places(reads));
        Assert.Equal("", reads.Rules());
    }

    [Theory]
    [InlineData("AF", "Pakistan", "", "", "AF")]
    [InlineData("AF", "Afghanistan", "AF-HEL", "Kandahar", "AF-HEL")]
    [InlineData("AF", "Afghanistan", "AF30", "Badakhshan", "AF-HEL")]
    public void A_code_that_contradicts_its_name_counts_and_is_told(string code, string country, string provinceCode, string province, string places)
    {
        var reads = Given.Csv($"ID,Title,Country code,Country,Admin1 code,Province\n1,One,{code},{country},{provinceCode},{province}\n");
        Assert.Equal(places, Places(reads));
        Assert.Equal("place.contradiction@2", reads.Rules());
    }

    [Theory]
    [InlineData("AFG", "Afghanistan", "AF-HEL", "Hilmand", "AF-HEL")]
    [InlineData("AF", "Afghanistan", "", "Helmand", "AF-HEL")]
    [InlineData("AF", "", "AF30", "", "AF-HEL")]
    public void A_code_and_a_name_that_agree_say_one_thing(string code, string country, string provinceCode, string province, string places)
    {
        var reads = Given.Csv($"ID,Title,Country code,Country,Admin1 code,Province\n1,One,{code},{country},{provinceCode},{province}\n");
        Assert.Equal(places, Places(reads));
        Assert.Equal("", reads.Rules());
    }

    [Theory]
    [InlineData("\"Badakhshan 50, Takhar 25, Kunduz 25\"")]
    [InlineData("\"Badakhshan - 50, Takhar - 25, Kunduz - 25\"")]
    [InlineData("Badakhshan 50; Takhar 25; Kunduz 25")]
    [InlineData("Badakhshan (50); Takhar (25); Kunduz (25)")]
    public void Numbers_that_add_up_to_a_hundred_are_percentages(string provinces)
    {
        var reads = Given.Csv($"ID,Title,Country,Provinces\n1,One,Afghanistan,{provinces}\n");
        Assert.Equal("AF-BDS 50%, AF-TAK 25%, AF-KDZ 25%", Places(reads));
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void A_region_beside_a_country_in_it_is_no_place_of_its_own() =>
        Assert.Equal("AF", Places(Given.Csv("ID,Title,Region,Country\n1,One,South Asia,Afghanistan\n")));

    [Fact]
    public void A_region_beside_a_country_elsewhere_is() =>
        Assert.Equal("RU, ?", Places(Given.Csv("ID,Title,Region,Country\n1,One,South Asia,Russian Federation\n")));

    [Fact]
    public void The_whole_of_no_country_is_kept_and_told()
    {
        var reads = Given.Csv("ID,Title,Location\n1,One,Nationwide\n");
        Assert.Equal("Nationwide", Assert.Single(reads.Projects()[0].Places).AsWritten);
        Assert.Equal("place.unknown@2", reads.Rules());
    }

    [Fact]
    public void Words_for_several_provinces_stand_beside_their_names() =>
        Assert.Equal("AF-KAB, AF-HER, AF-BAL", Places(Given.Csv("ID,Title,Country,Provinces\n1,One,Afghanistan,\"Kabul, Herat and Balkh provinces\"\n")));

    private static string Places(IEnumerable<Domain.Intake.RecordRead> reads) => reads.Projects()[0].Shown().Split(" | ")[2];
}
