using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_only_transactions_say_what_and_where
{
    private static string Transaction(string amount, string what, string type = "2", string currency = "USD") =>
        $"<transaction><transaction-type code='{type}'/><transaction-date iso-date='2024-01-01'/><value value-date='2024-01-01' currency='{currency}'>{amount}</value>{what}</transaction>";

    private static Project Read(params string[] transactions) => Reading.Project(Reading.Activity(recipients: "", sectors: "", more: string.Concat(transactions)));

    [Fact]
    public void The_shares_are_those_of_the_commitments_and_are_marked()
    {
        var project = Read(
            Transaction("200", "<sector code='16063'/><recipient-country code='AF'/>"),
            Transaction("100", "<sector code='15130'/><recipient-country code='TJ'/>"),
            Transaction("9999", "<sector code='15130'/><recipient-country code='TJ'/>", type: "3"));
        Assert.Equal([new SectorShare("1", "16063", 66.67m), new SectorShare("1", "15130", 33.33m)], project.Sectors);
        Assert.Equal([new PlaceShare(PlaceCode.Parse("AF"), "AF", 66.67m), new PlaceShare(PlaceCode.Parse("TJ"), "TJ", 33.33m)], project.Places);
        Assert.Equal(["sectors", "places"], project.Extras.Select(extra => extra.Name).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void Without_commitments_they_are_those_of_the_spending() =>
        Assert.Equal([25m, 75m], Read(
            Transaction("10", "<sector code='16063'/>", "3"),
            Transaction("30", "<sector code='15130'/>", "4"),
            Transaction("999", "<sector code='15130'/>", "1")).Sectors.Select(sector => sector.Percentage));

    [Theory]
    [InlineData("USD", "EUR", "10")]
    [InlineData("USD", "USD", "-10")]
    [InlineData("USD", "USD", "0")]
    public void In_several_currencies_or_with_nothing_to_divide_there_are_no_percentages(string one, string two, string amount) =>
        Assert.Equal([null, null], Read(
            Transaction("10", "<sector code='16063'/>", currency: one),
            Transaction(amount, "<sector code='15130'/>", currency: two)).Sectors.Select(sector => sector.Percentage));

    [Fact]
    public void Three_equal_shares_sum_to_the_whole() =>
        Assert.Equal(100m, Read(
            Transaction("1", "<sector code='16063'/>"),
            Transaction("1", "<sector code='15130'/>"),
            Transaction("1", "<sector code='31165'/>")).Sectors.Sum(sector => sector.Percentage));

    [Fact]
    public void The_activitys_own_are_taken_where_it_has_some()
    {
        var project = Reading.Project(Reading.Activity(more: Transaction("10", "<sector code='15130'/><recipient-country code='TJ'/>")));
        Assert.Equal("16063", Assert.Single(project.Sectors).Code);
        Assert.Equal("AF", Assert.Single(project.Places).AsWritten);
    }
}
