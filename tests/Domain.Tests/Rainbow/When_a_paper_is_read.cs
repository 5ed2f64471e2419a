using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Domain.Rainbow;

namespace ParisPact.Domain.Tests.Rainbow;

public sealed class When_a_paper_is_read
{
    [Theory]
    [InlineData("blue", "blue")]
    [InlineData("Blue Paper", "blue")]
    [InlineData("Plan vert", "green")]
    [InlineData("Libro amarillo", "yellow")]
    [InlineData("Красный документ", "red")]
    [InlineData("Operation TARCET", "red")]
    [InlineData("The Caspian Sea and Turkmen Border Initiatives", "violet")]
    [InlineData("Financial Flows Linked to Afghan Opiates Production and Trafficking", "orange")]
    [InlineData("Rainbow Indigo", "indigo")]
    public void It_is_found_by_colour_and_title(string text, string id)
    {
        Assert.True(Papers.Find(text).TryGet(out var paper));
        Assert.Equal(id, paper.Id);
    }

    [Fact]
    public void There_are_seven_in_the_order_of_the_leaflet() =>
        Assert.Equal("blue green yellow violet red orange indigo", string.Join(' ', Papers.All));

    [Fact]
    public void Of_two_nothing_but_the_title_is_known() =>
        Assert.Equal([Papers.Orange, Papers.Indigo], Papers.All.Where(paper => !paper.IsContentKnown));

    [Fact]
    public void Every_area_is_a_known_country() =>
        Assert.All(Papers.All.SelectMany(paper => paper.Areas), area => Assert.True(area.IsCountry && Places.IsKnown(area)));

    [Fact]
    public void Every_synonym_means_one_paper_or_pillar()
    {
        Assert.All(Papers.All, paper => Assert.All(
            paper.Synonyms.Append(paper.Title).Append(paper.Id),
            name => Assert.True(Papers.Find(name).TryGet(out var found) && found == paper, name)));
        Assert.All(Pillars.All, pillar => Assert.All(
            pillar.Synonyms.Append(pillar.Name).Append(pillar.Id).Append($"Pillar {pillar.Number}"),
            name => Assert.True(Pillars.Find(name).TryGet(out var found) && found == pillar, name)));
    }

    [Theory]
    [InlineData("Pillar II", "financial-flows")]
    [InlineData("4", "drug-abuse-and-dependence")]
    [InlineData("Региональные инициативы", "regional-initiatives")]
    public void A_pillar_is_found_by_number_and_name(string text, string id)
    {
        Assert.True(Pillars.Find(text).TryGet(out var pillar));
        Assert.Equal(id, pillar.Id);
    }
}
