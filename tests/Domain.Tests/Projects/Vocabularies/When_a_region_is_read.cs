using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_a_region_is_read
{
    [Theory]
    [InlineData("619", "619")]
    [InlineData("Central Asia", "619")]
    [InlineData("Central Asia, regional", "619")]
    [InlineData("Asie centrale", "619")]
    [InlineData("Центральная Азия", "619")]
    [InlineData("South & Central Asia, regional", "689")]
    [InlineData("South and Central Asia", "689")]
    [InlineData("Asia, regional", "798")]
    [InlineData("298", "298")]
    public void It_is_found_by_code_and_name(string text, string code)
    {
        Assert.True(RecipientRegions.Find(text).TryGet(out var region));
        Assert.Equal(code, region.Code);
    }

    [Theory]
    [InlineData("619", "KZ KG TJ TM UZ")]
    [InlineData("679", "AF PK")]
    [InlineData("689", "AF PK KZ KG TJ TM UZ")]
    [InlineData("798", "AF IR PK KZ KG TJ TM UZ")]
    [InlineData("589", "IR")]
    [InlineData("298", "")]
    [InlineData("998", "")]
    public void It_says_which_of_the_nine_countries_it_holds(string code, string countries)
    {
        Assert.True(RecipientRegions.Find(code).TryGet(out var region));
        Assert.Equal(countries, string.Join(' ', region.Countries));
    }

    [Fact]
    public void Every_region_is_found_by_its_own_names_alone() =>
        Assert.All(RecipientRegions.All, region => Assert.All(
            region.OtherNames.Concat([region.Code, region.Name, region.NameFr]),
            name => Assert.Equal((name, region), (name, RecipientRegions.Find(name).TryGet(out var found) ? found : null))));
}
