using ParisPact.Domain.Intake;
using ParisPact.Tests.Intake.Tables;

namespace ParisPact.Tests.Intake.Json;

/// <summary>What an export writes, and what the readers of other files take, is read from JSON as well.</summary>
public sealed class When_a_json_record_says_what_is_not_there
{
    [Fact]
    public void An_organisation_with_only_a_name_gets_what_the_list_knows_and_one_that_says_it_has_none_does_not()
    {
        var reads = Given.Json("""[{"reference":"A","title":"One","organisations":[{"role":1,"name":"UNODC"},{"role":1,"name":"UNODC","reference":null},{"role":1,"name":"UNODC","type":null},{"role":1,"name":"UNODC","reference":null,"type":null},{"role":1,"name":"Nobody knows it","reference":null,"type":null}]}]""");
        Assert.Equal(
            [new("UNODC", "XM-DAC-41128", 40), new("UNODC", null, 40), new("UNODC", "XM-DAC-41128"), new("UNODC"), new("Nobody knows it")],
            Assert.Single(reads.Projects()).Organisations.Select(static one => one.Organisation));
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void A_place_or_theme_is_looked_for_unless_it_says_that_it_has_no_code()
    {
        var reads = Given.Json("""[{"reference":"A","title":"One","places":[{"name":"Kandahar"},{"code":null,"name":"Kandahar"},{"code":null,"asWritten":"Kandahar"},{"asWritten":"998"},{"code":null,"asWritten":"998"}],"themes":[{"asWritten":"Border management"},{"theme":null,"asWritten":"Border management"}]}]""");
        var project = Assert.Single(reads.Projects());
        Assert.Equal(["AF-KAN", "AF-KAN", null, null, null], project.Places.Select(static place => place.Code?.Value));
        Assert.Equal([null, null, null, 998, null], project.Places.Select(static place => place.Region));
        Assert.Equal(["border-management", null], project.Themes.Select(static theme => theme.Theme));
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void A_sector_keeps_its_code_where_it_names_its_vocabulary()
    {
        var reads = Given.Json("""[{"reference":"A","title":"One","sectors":[{"code":"160"},{"vocabulary":"1","code":"160"},{"vocabulary":"1","code":"16063"},{"code":"Narcotics control"}]}]""");
        Assert.Equal("A | One |  | 2:160, 1:160, 1:16063, 1:16063 | ", Assert.Single(reads.Projects()).Shown());
        Assert.Equal("sector.unknown@1", reads.Rules());
    }

    [Fact]
    public void What_other_files_may_say_is_no_reason_to_refuse_a_record()
    {
        var reads = Given.Json("""[{"reference":"A","title":"One","hierarchy":0,"places":[{"code":"AF","percentage":90},{"code":"TJ","percentage":60}],"dates":{"plannedStart":"1398-05-01","actualStart":"1900-01-01"}}]""");
        var project = Assert.Single(reads.Projects());
        Assert.Equal((0, new DateOnly(1398, 5, 1), new DateOnly(1900, 1, 1)), (project.Hierarchy, project.Dates.PlannedStart, project.Dates.ActualStart));
        Assert.Equal(["date.unlikely", "date.unlikely", "places.percentages"], reads.Problems().Select(static problem => problem.Rule).Order());
        Assert.All(reads.Problems(), static problem => Assert.Equal(Severity.Warning, problem.Severity));
    }

    [Fact]
    public void Identifiers_stand_as_they_are_on_one_line()
    {
        var project = Assert.Single(Given.Json("""[{"reference":" A  1\n<b>&amp; ","title":"One","organisations":[{"role":1,"name":"x","reference":"X &amp; Y"}],"related":[{"reference":"a  b"}],"website":"https://example.org/?a=1&amp;b=2"}]""").Projects());
        Assert.Equal(("A  1 <b>&amp;", "X &amp; Y", "a  b", "https://example.org/?a=1&amp;b=2"), (project.Reference.AsWritten, project.Organisations[0].Organisation.Reference, project.Related[0].Reference, project.Website));
    }

    [Theory]
    [InlineData("\"title\":\"Un\",\"titles\":[{\"text\":\"Un\",\"language\":\"fr\"},{\"text\":\"One\"}]", "Un fr, One ")]
    [InlineData("\"title\":\"x\",\"titles\":[{\"text\":\"x\"},{\"text\":\"x\",\"language\":\"en\"},{\"text\":\"x\"}]", "x , x en, x ")]
    [InlineData("\"titles\":[{\"text\":\"Un\",\"language\":\"fr\"}],\"title\":\"One\"", "One , Un fr")]
    public void A_title_that_stands_among_the_titles_is_none_of_its_own(string titles, string expected) =>
        Assert.Equal(expected, string.Join(", ", Assert.Single(Given.Json("[{\"reference\":\"A\"," + titles + "}]").Projects()).Titles.Select(static title => $"{title.Text} {title.Language}")));
}
