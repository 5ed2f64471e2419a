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
    [InlineData("\"Badakhshan (Afghanistan), GBAO (Tajikistan)\"", "AF-BDS, TJ-GB")]
    [InlineData("\"Kandahar, Afghanistan\"", "AF-KAN")]
    [InlineData("\"Badakhshan, Tajikistan\"", "TJ-GB")]
    [InlineData("\"Paktia, Paktika, Khost (20/30/50)\"", "AF-PIA 20%, AF-PKA 30%, AF-KHO 50%")]
    [InlineData("Kabul and Herat (60/40)", "AF-KAB 60%, AF-HER 40%")]
    [InlineData("Iran/Pakistan/Afghanistan", "IR, PK, AF")]
    [InlineData("Afghanistan 0.6; Pakistan 0.4", "AF 60%, PK 40%")]
    [InlineData("Kunduz & Balkh; Herat", "AF-KDZ, AF-BAL, AF-HER")]
    [InlineData("Kabul/Kandahar/Herat", "AF-KAB, AF-KAN, AF-HER")]
    [InlineData("Nimroz(20%)+Farah(80%)", "AF-NIM 20%, AF-FRA 80%")]
    public void Places_of_their_own_beside_each_other_are_a_list(string location, string places)
    {
        var reads = Given.Csv($"ID,Title,Location\n1,One,{location}\n");
        Assert.Equal(places, Places(reads));
        Assert.Equal("", reads.Rules());
    }

    [Theory]
    [InlineData("Share")]
    [InlineData("%")]
    [InlineData("Доля")]
    public void A_share_beside_the_places_is_theirs(string share)
    {
        var reads = Given.Csv($"ID;Title;Location;{share}\n1;One;Kabul;60%\n;;Herat;40%\n");
        Assert.Equal("AF-KAB 60%, AF-HER 40%", Places(reads));
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void A_number_behind_one_of_the_places_is_left_out_and_told()
    {
        var reads = Given.Csv("ID,Title,Location\n1,One,\"Balkh (50), Faryab\"\n");
        Assert.Equal("AF-BAL, AF-FYB", Places(reads));
        Assert.Equal("percentage.not-understood@2", reads.Rules());
    }

    [Fact]
    public void Of_two_places_the_one_that_is_clear_is_not_lost_with_the_other()
    {
        var reads = Given.Csv("ID,Title,Location\n1,One,Osh & Batken\n");
        Assert.Contains("KG-B", Places(reads), StringComparison.Ordinal);
        Assert.Equal("place.ambiguous@2", reads.Rules());
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
