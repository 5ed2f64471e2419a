namespace ParisPact.Tests.Intake.Tables;

public sealed class When_lists_stand_side_by_side
{
    [Fact]
    public void References_that_are_fewer_than_organisations_are_not_used_and_told()
    {
        var reads = Given.Csv("Reference,Title,Donor,Donor organisation reference\nA,One,Japan; Germany; Norway,JP-1; DE-1\n");
        Assert.Equal(["Japan", "Germany", "Norway"], reads.Projects()[0].Organisations.Select(each => each.Organisation.Name));
        Assert.Equal("organisation.references-count@2", reads.Rules());
    }

    [Fact]
    public void Names_that_are_more_than_codes_are_told()
    {
        var reads = Given.Csv("Reference,Title,Country code,Country\nA,One,AF; PK,Afghanistan; Pakistan; Iran\n");
        Assert.Equal("A | One | AF, PK |  | ", reads.Projects()[0].Shown());
        Assert.Equal("names.count@2", reads.Rules());
    }

    [Theory]
    [InlineData("Japan (60%); Norway (40%)")]
    [InlineData("\"Japan: 60%, Norway: 40%\"")]
    [InlineData("\"Japan (300,000), Norway (200,000)\"")]
    [InlineData("Japan (USD 1m); Norway (2m)")]
    public void Parts_of_donors_are_told(string donors)
    {
        var reads = Given.Csv($"Reference,Title,Donor\nA,One,{donors}\n");
        Assert.Equal(["Japan", "Norway"], reads.Projects()[0].Organisations.Select(each => each.Organisation.Name));
        Assert.Equal("organisation.percentage@2", reads.Rules());
    }

    [Fact]
    public void A_year_behind_a_name_is_part_of_it() =>
        Assert.Equal(["Border Trust (1998)"], Given.Csv("Reference,Title,Donor\nA,One,Border Trust (1998)\n").Projects()[0].Organisations.Select(each => each.Organisation.Name));

    [Theory]
    [InlineData("ONUDD", "XM-DAC-41128")]
    [InlineData("ONUDC", "XM-DAC-41128")]
    public void The_office_is_one_in_all_its_languages(string name, string reference) =>
        Assert.Equal(reference, Given.Csv($"Reference,Title,Partner\nA,One,{name}\n").Projects()[0].Organisations[0].Organisation.Reference);

    [Theory]
    [InlineData("Govt. of Japan")]
    [InlineData("Gov. of Japan")]
    [InlineData("Government of Japan")]
    public void A_government_is_one_however_short(string donor) => Assert.Equal("", Given.Csv($"Reference,Title,Donor\nA,One,{donor}\n").Rules());
}
