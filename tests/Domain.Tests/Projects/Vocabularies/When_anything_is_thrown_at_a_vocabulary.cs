using CsCheck;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Domain.Rainbow;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_anything_is_thrown_at_a_vocabulary
{
    [Fact]
    public void No_text_makes_it_throw() => Gen.String.Sample(AskAll);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(",;/|()")]
    [InlineData(" - ")]
    [InlineData("\0\u0001\u001F")]
    [InlineData("\uD800\uDC00\uD800")]
    [InlineData("((((((((((((((AF))))))))))")]
    [InlineData("AF-")]
    [InlineData("-AF")]
    [InlineData("AF --")]
    [InlineData("of of of province")]
    public void Nor_does_an_odd_one(string? text) => AskAll(text);

    [Fact]
    public void Nor_a_long_one()
    {
        AskAll(new string('a', 65_536));
        AskAll(new string(',', 65_536));
        AskAll(string.Concat(Enumerable.Repeat("Kandahar, ", 6_000)));
        AskAll(new string('á', 399));
    }

    private static void AskAll(string? text)
    {
        Assert.NotNull(Places.Find(text));
        Assert.NotNull(Places.Find(text, PlaceCode.Parse("AF")));
        Assert.NotNull(Places.Find(text, default(PlaceCode)));
        Assert.NotNull(RecipientRegions.Find(text));
        Assert.NotNull(Sectors.Find(text));
        Assert.NotNull(Themes.Find(text));
        Assert.NotNull(Papers.Find(text));
        Assert.NotNull(Pillars.Find(text));
        Assert.NotNull(ActivityStatuses.Find(text));
        Assert.NotNull(OrganisationRoles.Find(text));
        Assert.NotNull(OrganisationTypes.Find(text));
        Assert.NotNull(Organisations.Find(text));
        Assert.NotNull(Organisations.Find(text, text));
        Assert.NotNull(Currencies.Find(text));
        Assert.NotNull(Currencies.FindUnit(text));
        Assert.NotNull(RatesText.Read(text));
        _ = PlaceCode.TryParse(text, out _);
        _ = Themes.SharesOfSector(text);
    }
}
