using ParisPact.Domain.Projects.Vocabularies;
using Match = ParisPact.Domain.Projects.Vocabularies.VocabularyMatch<ParisPact.Domain.Projects.Vocabularies.Sector>;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_a_sector_is_read
{
    [Theory]
    [InlineData("16063")]
    [InlineData(" 16063 ")]
    [InlineData("16063.0")]
    [InlineData("16063 - Narcotics control")]
    [InlineData("16063: narcotics")]
    [InlineData("Narcotics control (16063)")]
    [InlineData("Narcotics control")]
    [InlineData("NARCOTICS CONTROL")]
    [InlineData("Lutte contre le trafic de drogues")]
    public void It_is_found_by_code_and_by_name(string text)
    {
        Assert.True(Sectors.Find(text).TryGet(out var sector));
        Assert.Equal(("16063", 1, "160"), (sector.Code, sector.Vocabulary, sector.Category));
    }

    [Fact]
    public void Three_digits_are_a_category()
    {
        Assert.True(Sectors.Find("152").TryGet(out var sector));
        Assert.Equal((2, "Conflict, Peace & Security"), (sector.Vocabulary, sector.Name));
    }

    [Theory]
    [InlineData("99999")]
    [InlineData("16063 and 15130")]
    [InlineData("1606")]
    public void Digits_that_are_no_code_or_two_codes_are_not_guessed(string text) => Assert.IsType<Match.Unknown>(Sectors.Find(text));

    [Fact]
    public void A_slip_in_a_name_is_a_suggestion() =>
        Assert.Equal("16063 Narcotics control", Sectors.Find("Narcotics controll").DidYouMean);

    [Fact]
    public void Every_code_is_found_as_itself()
    {
        Assert.Equal(369, Sectors.All.Length);
        Assert.All(Sectors.All, sector => Assert.Equal(sector, Sectors.Find(sector.Code) is Match.Found found ? found.Value : null));
    }

    [Fact]
    public void Every_name_is_found_or_is_one_that_the_list_gives_to_several_codes()
    {
        var shared = Sectors.All
            .Where(sector => Sectors.Find(sector.Name) is not Match.Found)
            .Select(sector => sector.Name)
            .Distinct();

        Assert.Equal(["Rural development"], shared);
    }
}
