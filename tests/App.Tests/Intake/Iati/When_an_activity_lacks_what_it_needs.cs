using ParisPact.Domain.Intake;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_an_activity_lacks_what_it_needs
{
    [Theory]
    [InlineData("reference.missing", "/iati-activities/iati-activity[2]")]
    [InlineData("reference.missing", "/iati-activities/iati-activity[2]/iati-identifier", "<iati-identifier> \n </iati-identifier>")]
    public void Without_identifier_it_is_refused_on_its_line(string rule, string path, string identifier = "")
    {
        var records = Reading.Of(Reading.File(Reading.Activity() + "\n\n" + Reading.Activity(identifier: identifier) + Reading.Activity()));
        Assert.Equal([true, false, true], records.Select(record => record.Project is not null));
        var error = Assert.Single(records[1].Problems);
        Assert.Equal((rule, Severity.Error, 3, path), (error.Rule, error.Severity, error.At.Line, error.At.Path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<title/>")]
    [InlineData("<title><narrative> </narrative></title>")]
    [InlineData("<title><narrative>&lt;p&gt;&lt;/p&gt;</narrative></title>")]
    public void Without_title_it_is_refused(string title)
    {
        var record = Reading.One(Reading.Activity(title: title));
        Assert.Null(record.Project);
        Assert.Equal("XM-SAMPLE-1", record.Reference);
        Assert.Equal("title.missing", Assert.Single(record.Problems, problem => problem.Severity == Severity.Error).Rule);
    }

    [Theory]
    [InlineData("ten thousand")]
    [InlineData("12,5")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("NaN")]
    public void With_an_amount_that_is_none_it_is_kept_and_the_amount_is_not_counted(string amount)
    {
        var record = Reading.One(Reading.Activity(more: $"<budget><period-start iso-date='2024-01-01'/><period-end iso-date='2024-12-31'/>\n<value value-date='2024-01-01'>{amount}</value></budget>"));
        var problem = Assert.Single(record.Problems);
        Assert.Equal(("amount.not-understood", Severity.Warning, 2, "/iati-activities/iati-activity[1]/budget[1]/value"), (problem.Rule, problem.Severity, problem.At.Line, problem.At.Path));
        Assert.Empty(record.Project!.Money);
        Assert.Equal(new Domain.Projects.Extra("budget/value", amount), Assert.Single(record.Project.Extras));
    }

    [Fact]
    public void With_all_mistakes_at_once_all_are_told()
    {
        var record = Reading.One("<iati-activity><activity-status code='99'/><budget><value>x</value></budget><recipient-country code='XX'/></iati-activity>");
        Assert.Equal(
            ["amount.not-understood", "iati.description-missing", "iati.participating-org-missing", "iati.reporting-org-missing", "iati.sector-missing", "iati.start-date-missing", "place.unknown", "reference.missing", "status.unknown", "title.missing"],
            record.Problems.Select(problem => problem.Rule).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_hundred_times_the_same_mistake_is_told_once_for_all_after_the_twentieth()
    {
        var transactions = string.Concat(Enumerable.Repeat("<transaction><transaction-type code='2'/><transaction-date iso-date='2031-01-01'/><value value-date='2024-01-01'>1</value></transaction>", 100));
        var problems = Reading.One(Reading.Activity(more: transactions)).Problems.Where(problem => problem.Rule == "iati.transaction-in-future").ToList();
        Assert.Equal(21, problems.Count);
        Assert.Contains(problems, problem => problem.Message.Contains("80 more", StringComparison.Ordinal));
    }
}
