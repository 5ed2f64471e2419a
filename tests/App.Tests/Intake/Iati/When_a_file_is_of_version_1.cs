using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_a_file_is_of_version_1
{
    private static readonly List<RecordRead> Records = Reading.Of("""
        <iati-activities version="1.03">
          <iati-activity xml:lang="en" default-currency="USD">
            <reporting-org ref="XM-SAMPLE" type="10">Sample Organisation</reporting-org>
            <iati-identifier>XM-SAMPLE-9</iati-identifier>
            <other-identifier owner-name="Sample Organisation">9</other-identifier>
            <title>Precursor control</title>
            <title xml:lang="fr">Contrôle des précurseurs</title>
            <description type="1">Checks.</description>
            <description type="1" xml:lang="fr">Contrôles.</description>
            <activity-status code="2">Implementation</activity-status>
            <activity-date type="start-planned" iso-date="2012-01-01"/>
            <activity-date type="end-actual">2014-12-31</activity-date>
            <participating-org role="Funding" ref="XM-D" type="10">Donor</participating-org>
            <recipient-country code="AF" percentage="100">Afghanistan</recipient-country>
            <location><name>Helmand province</name><administrative country="AF">Helmand</administrative></location>
            <sector vocabulary="DAC" code="16063" percentage="100">Narcotics control</sector>
            <budget type="original"><period-start iso-date="2012-01-01"/><period-end iso-date="2012-12-31"/><value value-date="2012-01-01">1,250,000</value></budget>
            <transaction><value value-date="2012-02-01">10</value><transaction-type code="C"/><transaction-date iso-date="2012-02-02">2012-02-02</transaction-date></transaction>
            <transaction><value value-date="2012-02-01">20</value><transaction-type code="IF">Incoming Funds</transaction-type><transaction-date>2012-02-03</transaction-date></transaction>
            <activity-website>http://example.org/9</activity-website>
          </iati-activity>
        </iati-activities>
        """);

    private static readonly Project Project = Records[1].Project!;

    [Fact]
    public void The_file_is_read_with_one_warning_about_its_version()
    {
        var warning = Assert.Single(Records[0].Problems);
        Assert.Equal("iati.version-1", warning.Rule);
        Assert.Equal(new Position(null, 1, "2", "/iati-activities/@version"), warning.At);
        Assert.Equal(["iati.amount-form"], Records[1].Problems.Select(problem => problem.Rule));
    }

    [Fact]
    public void Repeated_elements_are_languages()
    {
        Assert.Equal([new Narrative("Precursor control", "en"), new Narrative("Contrôle des précurseurs", "fr")], Project.Titles);
        Assert.Equal([new Narrative("Checks.", "en"), new Narrative("Contrôles.", "fr")], Assert.Single(Project.Descriptions).Narratives);
    }

    [Fact]
    public void Words_are_read_as_the_codes_of_version_2()
    {
        Assert.Equal(ActivityStatus.Implementation, Project.Status);
        Assert.Equal(new ProjectDates(PlannedStart: new(2012, 1, 1), ActualEnd: new(2014, 12, 31)), Project.Dates);
        Assert.Equal(OrganisationRole.Funding, Assert.Single(Project.Organisations).Role);
        Assert.Equal(new SectorShare("1", "16063", 100, "Narcotics control"), Assert.Single(Project.Sectors));
        Assert.Equal([null, "2", "1"], Project.Money.Select(line => line.TransactionType));
        Assert.Equal([MoneyKind.Budget, MoneyKind.Commitment, MoneyKind.IncomingFunds], Project.Money.Select(line => line.Kind));
        Assert.Equal(new DateOnly(2012, 2, 3), Project.Money[2].PeriodStart);
        Assert.Equal(1_250_000m, Project.Money[0].Amount);
    }

    [Fact]
    public void Identifiers_website_and_locations_are_found_where_version_1_had_them()
    {
        Assert.Equal(new OtherIdentifier("9"), Assert.Single(Project.OtherIdentifiers));
        Assert.Equal("http://example.org/9", Project.Website);
        Assert.Equal([PlaceCode.Parse("AF"), PlaceCode.Parse("AF-HEL")], Project.Places.Select(place => place.Code!.Value));
    }

    [Fact]
    public void An_activity_without_identifier_is_refused_with_a_hint_at_the_number_that_it_has()
    {
        var record = Reading.Of("<iati-activities version='1.0'>\n<iati-activity><other-identifier>G-1</other-identifier><title>T</title></iati-activity></iati-activities>")[1];
        var error = Assert.Single(record.Problems, problem => problem.Severity == Severity.Error);
        Assert.Equal(("reference.missing", 2, "/iati-activities/iati-activity[1]"), (error.Rule, error.At.Line, error.At.Path));
        Assert.Contains("G-1", error.Suggestion, StringComparison.Ordinal);
        Assert.Null(record.Project);
    }
}
