using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Tests.Projects.Lookup;

public class When_a_question_is_read
{
    [Theory]
    [InlineData("AF", "AF")]
    [InlineData("af-kan", "AF-KAN")]
    [InlineData("Kandahar", "AF-KAN")]
    [InlineData("Афганистан", "AF")]
    [InlineData("none", "none")]
    public void A_place_is_known_by_its_code_or_its_name(string text, string expected) =>
        Assert.Equal([expected], Read(("location", text)).Values[Facet.Location]);

    [Fact]
    public void Several_values_may_be_given_apart_or_with_commas() =>
        Assert.Equal(["AF", "IR", "PK"], Read(("location", "PK,Iran"), ("location", "AF")).Values[Facet.Location]);

    [Fact]
    public void Codes_and_names_of_statuses_mean_the_same() =>
        Assert.Equal(Read(("status", "2")).Values[Facet.Status], Read(("status", "implementation")).Values[Facet.Status]);

    [Fact]
    public void A_month_or_a_year_means_its_first_and_its_last_day()
    {
        var filter = Read(("from", "2024"), ("to", "2024-02"));
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 29)), (filter.From, filter.To));
    }

    [Fact]
    public void Words_are_folded() =>
        Assert.Equal(["kontrol", "na", "granitse", "2024"], Read(("q", " Контроль, на ГРАНИЦЕ — 2024!")).Words);

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_with_what_was_probably_meant()
    {
        var problems = Problems(("location", "Kandaharx"), ("status", "zzzz"), ("from", "yesterday"), ("donor", "Nobody"), ("withdrawn", "perhaps"));
        Assert.Equal(["location", "donor", "status", "from", "withdrawn"], problems.Select(problem => problem.Parameter));
        Assert.Equal("Kandahar (AF-KAN)", problems[0].Suggestion);
    }

    [Fact]
    public void A_name_that_two_countries_share_is_not_guessed() =>
        Assert.Contains(Problems(("location", "Badakhshan")), problem => problem.Message == "may be several things." && problem.Suggestion!.Contains("AF-BDS", StringComparison.Ordinal));

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() =>
        Assert.Equal("from", Assert.Single(Problems(("from", "2025"), ("to", "2024"))).Parameter);

    [Theory]
    [InlineData("location", "")]
    [InlineData("location", " , ")]
    [InlineData("theme", " ")]
    [InlineData("q", "")]
    [InlineData("from", "")]
    [InlineData("to", " ")]
    [InlineData("withdrawn", "")]
    public void A_filter_that_says_nothing_is_refused_rather_than_answered_with_everything(string name, string value)
    {
        var problem = Assert.Single(Problems((name, value)));
        Assert.Equal((name, ""), (problem.Parameter, problem.Value));
        Assert.Contains("leave the parameter out", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Signs_alone_are_no_words_to_search_for() =>
        Assert.Equal(("q", "😀 !"), (Assert.Single(Problems(("q", "😀 !"))).Parameter, Assert.Single(Problems(("q", "😀 !"))).Value));

    [Fact]
    public void A_day_that_is_given_twice_is_not_chosen_from() =>
        Assert.Equal("from", Assert.Single(Problems(("from", "2024"), ("from", "2025"))).Parameter);

    private static ProjectFilter Read(params (string Name, string Value)[] query) => Assert.IsType<FilterReading.Read>(Reading(query)).Filter;

    private static System.Collections.Immutable.ImmutableArray<FilterProblem> Problems(params (string Name, string Value)[] query) => Assert.IsType<FilterReading.Refused>(Reading(query)).Problems;

    private static FilterReading Reading((string Name, string Value)[] query) => FilterReader.Read(
        name => [.. query.Where(pair => pair.Name == name).Select(pair => pair.Value)],
        (_, _) => new VocabularyMatch<string>.Unknown());
}
