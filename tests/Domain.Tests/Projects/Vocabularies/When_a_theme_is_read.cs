using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Domain.Rainbow;
using Match = ParisPact.Domain.Projects.Vocabularies.VocabularyMatch<ParisPact.Domain.Projects.Vocabularies.Theme>;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_a_theme_is_read
{
    [Theory]
    [InlineData("border-management", "border-management")]
    [InlineData("Border Management", "border-management")]
    [InlineData("Gestion des frontières", "border-management")]
    [InlineData("Control fronterizo", "border-management")]
    [InlineData("Пограничный контроль", "border-management")]
    [InlineData("Drug demand reduction", "drug-use-prevention-treatment")]
    [InlineData("Réduction de la demande", "drug-use-prevention-treatment")]
    [InlineData("Снижение спроса на наркотики", "drug-use-prevention-treatment")]
    [InlineData("Alternative livelihoods", "alternative-development")]
    [InlineData("Precursor chemicals", "precursors")]
    [InlineData("Отмывание денег", "financial-flows")]
    [InlineData("VIH/sida", "hiv-aids")]
    public void It_is_found_by_id_name_and_synonym_in_four_languages(string text, string id)
    {
        Assert.True(Themes.Find(text).TryGet(out var theme));
        Assert.Equal(id, theme.Id);
    }

    [Fact]
    public void A_slip_is_a_suggestion() =>
        Assert.Equal("Border management", Assert.IsType<Match.Unknown>(Themes.Find("Boarder managment")).Suggestion?.Text);

    [Fact]
    public void Every_listed_name_means_one_theme() =>
        Assert.All(Themes.All, theme => Assert.All(
            theme.Synonyms.Concat([theme.Id, theme.Name, theme.NameFr, theme.NameEs, theme.NameRu]),
            name => Assert.Equal((name, theme), (name, Themes.Find(name) is Match.Found found ? found.Value : null))));

    [Fact]
    public void Each_of_the_seven_papers_four_pillars_and_seven_topics_has_its_themes()
    {
        Assert.All(Papers.All, paper => Assert.Contains(Themes.All, theme => theme.Papers.Contains(paper)));
        Assert.All(Pillars.All, pillar => Assert.Contains(Themes.All, theme => theme.Pillar == pillar));
        Assert.All(Evidence.TrendTopics.All, topic => Assert.Contains(Themes.All, theme => theme.Topics.Contains(topic)));
    }

    [Fact]
    public void Every_mapped_sector_is_one_of_the_dac_with_a_reason() =>
        Assert.All(Themes.All.SelectMany(theme => theme.Sectors), sector =>
        {
            Assert.NotNull(Sectors.OfCode(sector.Code));
            Assert.NotEmpty(sector.Reason);
        });

    [Theory]
    [InlineData("16063", "border-management,law-enforcement")]
    [InlineData("31165", "alternative-development")]
    [InlineData("43050", "alternative-development")]
    [InlineData("12330", "drug-use-prevention-treatment")]
    [InlineData("13040", "hiv-aids")]
    [InlineData("16064", "hiv-aids")]
    [InlineData("15130", "justice-and-prisons")]
    [InlineData("15137", "justice-and-prisons")]
    [InlineData("15132", "law-enforcement")]
    [InlineData("15210", "law-enforcement")]
    [InlineData("15136", "border-management")]
    [InlineData("33120", "border-management")]
    [InlineData("15113", "financial-flows")]
    [InlineData("11220", "")]
    [InlineData("160", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void A_sector_says_which_themes_it_is_about(string? code, string themes) =>
        Assert.Equal(themes, string.Join(',', Themes.OfSector(code).Select(theme => theme.Id)));

    [Fact]
    public void A_sector_of_several_themes_is_split_equally_and_completely() =>
        Assert.All(Themes.All.SelectMany(theme => theme.Sectors).Select(sector => sector.Code), code =>
        {
            var shares = Themes.SharesOfSector(code);

            Assert.Equal(100m, shares.Sum(share => share.Percentage));
            Assert.All(shares, share => Assert.InRange(share.Percentage, 100m / shares.Length - 0.01m, 100m / shares.Length + 0.02m));
        });
}
