using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Tests.Projects.Vocabularies;

public sealed class When_a_country_is_named_with_its_code
{
    [Theory]
    [InlineData("IR - Iran (Islamic Republic of)", "IR")]
    [InlineData("IRN - Iran (Islamic Republic of)", "IR")]
    [InlineData("IR: Iran (Islamic Republic of)", "IR")]
    [InlineData("IR – Iran (Islamic Republic of)", "IR")]
    [InlineData("Iran (Islamic Republic of) (IR)", "IR")]
    [InlineData("Iran (Islamic Republic of)", "IR")]
    [InlineData("Venezuela (Bolivarian Republic of)", "VE")]
    [InlineData("VE - Venezuela (Bolivarian Republic of)", "VE")]
    [InlineData("Tanzania, United Republic of", "TZ")]
    [InlineData("TZ - Tanzania, United Republic of", "TZ")]
    [InlineData("Côte d'Ivoire", "CI")]
    [InlineData("CI - Côte d’Ivoire", "CI")]
    [InlineData("Korea (Republic of)", "KR")]
    [InlineData("KR - Korea (Republic of)", "KR")]
    public void It_is_that_country(string text, string code) =>
        Assert.Equal(new VocabularyMatch<PlaceCode>.Found(PlaceCode.Parse(code)), Places.Find(text));

    [Theory]
    [InlineData("PK - Iran (Islamic Republic of)")]
    [InlineData("Iran (Islamic Republic of) (PK)")]
    public void A_code_of_another_country_is_no_guess(string text) => Assert.IsNotType<VocabularyMatch<PlaceCode>.Found>(Places.Find(text));
}
