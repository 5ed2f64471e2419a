using ParisPact.Domain.Intake;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_the_standards_rules_are_broken
{
    private const string A = "/iati-activities/iati-activity[1]";

    private static void Expect(string activity, string rule, string path)
    {
        var record = Reading.One(activity);
        Assert.NotNull(record.Project);
        var problem = Assert.Single(record.Problems);
        Assert.Equal((rule, Severity.Warning, path), (problem.Rule, problem.Severity, problem.At.Path));
    }

    [Fact]
    public void Without_a_fault_nothing_is_said() => Assert.Empty(Reading.One(Reading.Activity()).Problems);

    [Theory]
    [InlineData("<sector code='16063' percentage='50'/><sector code='15130' percentage='49.98'/>", "iati.sector-percentages", "sector[1]/@percentage")]
    [InlineData("<sector code='16063' percentage='50'/><sector code='15130'/>", "iati.sector-percentage-missing", "sector[2]")]
    [InlineData("<sector code='16063' percentage='50'/>", "iati.sector-percentages", "sector[1]/@percentage")]
    [InlineData("<sector code='16063'/><sector vocabulary='7' code='3' percentage='50'/><sector vocabulary='7' code='4' percentage='60'/>", "iati.sector-percentages", "sector[2]/@percentage")]
    [InlineData("<sector code='16063'/><sector vocabulary='99' code='X'/>", "iati.sector-name-missing", "sector[2]")]
    [InlineData("<sector vocabulary='7' code='3'/>", "iati.sector-dac-missing", "sector[1]")]
    [InlineData("<sector code='99999'/>", "sector.unknown", "sector[1]/@code")]
    [InlineData("<sector code='16063' percentage='a lot'/>", "iati.percentage-not-understood", "sector[1]/@percentage")]
    [InlineData("", "iati.sector-missing", "")]
    public void About_sectors(string sectors, string rule, string path) =>
        Expect(Reading.Activity(sectors: sectors), rule, path.Length == 0 ? A : $"{A}/{path}");

    [Theory]
    [InlineData("<sector code='16063' percentage='50'/><sector code='15130' percentage='49.99'/>")]
    [InlineData("<sector code='16063' percentage='100'/><sector vocabulary='2' code='160'/>")]
    [InlineData("<sector code='16063' vocabulary='1' percentage='33.33'/><sector code='15130' percentage='33.33'/><sector code='31165' percentage='33.33'/>")]
    public void Sectors_that_sum_are_good(string sectors) => Assert.Empty(Reading.One(Reading.Activity(sectors: sectors)).Problems);

    [Theory]
    [InlineData("<recipient-country code='AF' percentage='50'/><recipient-country code='TJ' percentage='60'/>", "iati.recipient-percentages", "recipient-country[1]/@percentage")]
    [InlineData("<recipient-country code='AF'/><recipient-country code='TJ' percentage='60'/>", "iati.recipient-percentage-missing", "recipient-country[1]")]
    [InlineData("<recipient-country code='AF' percentage='60'/><recipient-region code='619' percentage='60'/>", "iati.recipient-percentages", "recipient-country[1]/@percentage")]
    [InlineData("<recipient-region code='619' percentage='60'/>", "iati.recipient-percentages", "recipient-region[1]/@percentage")]
    [InlineData("<recipient-country code='QQ'/>", "place.unknown", "recipient-country[1]/@code")]
    [InlineData("<recipient-region code='1'/>", "region.unknown", "recipient-region[1]/@code")]
    [InlineData("", "iati.recipient-missing", "")]
    public void About_recipients(string recipients, string rule, string path) =>
        Expect(Reading.Activity(recipients: recipients), rule, path.Length == 0 ? A : $"{A}/{path}");

    [Theory]
    [InlineData("<activity-date type='3' iso-date='2024-01-01'/>", "iati.start-date-missing", "")]
    [InlineData("<activity-date type='1' iso-date='2024-01-01'/><activity-date type='3' iso-date='2023-01-01'/>", "iati.date-order", "activity-date[2]")]
    [InlineData("<activity-date type='2' iso-date='2024-01-01'/><activity-date type='4' iso-date='2023-01-01'/>", "iati.date-order", "activity-date[2]")]
    [InlineData("<activity-date type='2' iso-date='2026-11-25'/>", "iati.date-in-future", "activity-date[1]")]
    [InlineData("<activity-date type='1' iso-date='2024-01-01'/><activity-date type='4' iso-date='2027-01-01'/>", "iati.date-in-future", "activity-date[2]")]
    [InlineData("<activity-date type='1' iso-date='2024-01-01'/><activity-date type='3' iso-date='2024-02-30'/>", "date.not-understood", "activity-date[2]/@iso-date")]
    [InlineData("<activity-date type='1' iso-date='2024-01-01'/><activity-date type='7' iso-date='2024-02-03'/>", "iati.date-type-unknown", "activity-date[2]/@type")]
    public void About_dates(string dates, string rule, string path) =>
        Expect(Reading.Activity(dates: dates), rule, path.Length == 0 ? A : $"{A}/{path}");

    [Fact]
    public void The_same_day_and_today_are_good() =>
        Assert.Empty(Reading.One(Reading.Activity(dates: "<activity-date type='2' iso-date='2026-11-24'/><activity-date type='4' iso-date='2026-11-24'/>")).Problems);

    [Theory]
    [InlineData("<budget><period-start iso-date='2024-01-01'/><period-end iso-date='2023-12-31'/><value value-date='2024-01-01'>1</value></budget>", "iati.period-order", "budget[1]")]
    [InlineData("<budget><period-start iso-date='2024-01-01'/><period-end iso-date='2025-01-02'/><value value-date='2024-01-01'>1</value></budget>", "iati.budget-longer-than-year", "budget[1]")]
    [InlineData("<budget><value value-date='2024-01-01'>1</value></budget>", "iati.period-missing", "budget[1]")]
    [InlineData("<planned-disbursement><period-start iso-date='2024-01-01'/><value>1</value></planned-disbursement>", "iati.value-date-missing", "planned-disbursement[1]/value")]
    [InlineData("<transaction><transaction-type code='2'/><transaction-date iso-date='2027-01-01'/><value value-date='2024-01-01'>1</value></transaction>", "iati.transaction-in-future", "transaction[1]/transaction-date")]
    [InlineData("<transaction><transaction-type code='2'/><transaction-date iso-date='2024-01-01'/><value value-date='2027-01-01'>1</value></transaction>", "iati.value-date-in-future", "transaction[1]/value/@value-date")]
    [InlineData("<transaction><transaction-type code='2'/><value value-date='2024-01-01'>1</value></transaction>", "iati.transaction-date-missing", "transaction[1]")]
    [InlineData("<transaction><transaction-type code='77'/><transaction-date iso-date='2024-01-01'/><value value-date='2024-01-01'>1</value></transaction>", "iati.transaction-type-unknown", "transaction[1]/transaction-type/@code")]
    [InlineData("<transaction><transaction-date iso-date='2024-01-01'/><value value-date='2024-01-01'>1</value></transaction>", "iati.transaction-type-missing", "transaction[1]")]
    [InlineData("<transaction><transaction-type code='2'/><transaction-date iso-date='2024-01-01'/><value value-date='2024-01-01'> </value></transaction>", "iati.value-missing", "transaction[1]")]
    [InlineData("<transaction><transaction-type code='2'/><transaction-date iso-date='2024-01-01'/><value value-date='2024-01-01' currency='ZZZ'>1</value></transaction>", "currency.unknown", "transaction[1]/value/@currency")]
    [InlineData("<transaction><transaction-type code='2'/><transaction-date iso-date='2024-01-01'/><value value-date='2024-01-01'>1</value><sector code='16063'/></transaction>", "iati.sector-at-both-levels", "")]
    [InlineData("<transaction><transaction-type code='2'/><transaction-date iso-date='2024-01-01'/><value value-date='2024-01-01'>1</value><recipient-country code='AF'/></transaction>", "iati.recipient-at-both-levels", "")]
    public void About_amounts(string more, string rule, string path) =>
        Expect(Reading.Activity(more: more), rule, path.Length == 0 ? A : $"{A}/{path}");

    [Fact]
    public void About_the_currency() => Expect(
        Reading.Activity(attributes: "xml:lang='en'", more: "<budget><period-start iso-date='2024-01-01'/><period-end iso-date='2024-12-31'/><value value-date='2024-01-01'>1</value></budget>"),
        "iati.currency-missing",
        A + "/budget[1]/value");

    [Theory]
    [InlineData("default-currency='USD'", "iati.language-missing", "/reporting-org/narrative[1]")]
    [InlineData("default-currency='USD' xml:lang='ENG'", "iati.language-unknown", "/@xml:lang")]
    [InlineData("default-currency='USD' xml:lang='en' last-updated-datetime='2031-01-01T00:00:00'", "iati.last-updated-in-future", "/@last-updated-datetime")]
    [InlineData("default-currency='USD' xml:lang='en' last-updated-datetime='yesterday'", "date.not-understood", "/@last-updated-datetime")]
    [InlineData("default-currency='USD' xml:lang='en' hierarchy='top'", "iati.hierarchy-not-understood", "/@hierarchy")]
    public void About_the_activity(string attributes, string rule, string path) => Expect(Reading.Activity(attributes: attributes), rule, A + path);

    [Theory]
    [InlineData("<iati-identifier>XM-SAMPLE</iati-identifier>", "iati.identifier-is-organisation")]
    [InlineData("<iati-identifier>SAMPLE-7</iati-identifier>", "iati.identifier-prefix")]
    [InlineData("<iati-identifier> XM-SAMPLE-7</iati-identifier>", "iati.identifier-spaces")]
    public void About_the_identifier(string identifier, string rule) => Expect(Reading.Activity(identifier: identifier), rule, A + "/iati-identifier");

    [Fact]
    public void An_identifier_may_begin_with_the_reporters_former_one() =>
        Assert.Empty(Reading.One(Reading.Activity(identifier: "<iati-identifier>OLD-7</iati-identifier>", more: "<other-identifier ref='OLD' type='B1'/>")).Problems);

    [Theory]
    [InlineData("<participating-org role='1'/>", "iati.organisation-unnamed", "participating-org[1]")]
    [InlineData("<participating-org role='9' ref='XM-SAMPLE'/>", "organisation.role-unknown", "participating-org[1]/@role")]
    [InlineData("<participating-org role='1' ref=' XM-SAMPLE'/>", "iati.identifier-spaces", "participating-org[1]/@ref")]
    [InlineData("<participating-org role='1' ref='XM-SAMPLE' type='1234'/>", "organisation.type-unknown", "participating-org[1]/@type")]
    public void About_organisations(string participants, string rule, string path) =>
        Expect(Reading.Activity(participants: participants), rule, $"{A}/{path}");
}
