using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_an_activity_says_everything
{
    private static readonly Project Project = Reading.Project(Reading.Activity(
        attributes: "xml:lang='en' default-currency='eur' hierarchy='2' last-updated-datetime='2026-05-01T10:00:00+02:00' humanitarian='1'",
        identifier: "<iati-identifier>\n   XM-SAMPLE-1 \n</iati-identifier>",
        reporter: "<reporting-org ref='XM-SAMPLE' type='40' secondary-reporter='1'><narrative>Sample Organisation</narrative></reporting-org>",
        title: "<title><narrative> Border   posts </narrative><narrative xml:lang='RU'>Пограничные посты</narrative></title>",
        description: "<description type='2'><narrative>First.\nSecond.</narrative></description><description><narrative xml:lang='fr'>Autre</narrative></description>",
        participants: "<participating-org role='1' ref='XM-A' type='10' activity-id='XM-A-77'><narrative>Donor</narrative></participating-org><participating-org role='4'><narrative>Nobody Has Heard Of It Ltd</narrative></participating-org>",
        status: "<other-identifier ref='OLD-1' type='B1'/><activity-status code='3'/>",
        dates: "<activity-date type='1' iso-date='2024-01-01'/><activity-date type='2' iso-date='2024-02-01Z'/><activity-date type='3' iso-date='2026-12-31'/><activity-date type='4' iso-date='2026-10-31'/>",
        recipients: "<recipient-country code='af' percentage='60'><narrative>Afghanistan</narrative></recipient-country><recipient-region code='619' vocabulary='1' percentage='40'/>",
        sectors: "<sector code='16063' percentage='75'><narrative>Narcotics control</narrative></sector><sector vocabulary='1' code='15130' percentage='25'/>",
        more: """
            <default-aid-type code='C01' vocabulary='1'/>
            <budget type='2' status='1'><period-start iso-date='2024-01-01'/><period-end iso-date='2024-12-31'/><value value-date='2024-01-02' currency='USD'>1000.50</value></budget>
            <planned-disbursement><period-start iso-date='2025-01-01'/><value value-date='2025-01-01'>-5</value></planned-disbursement>
            <transaction><transaction-type code='2'/><transaction-date iso-date='2024-03-01'/><value value-date='2024-03-02'>10</value><provider-org ref='XM-A' provider-activity-id='XM-A-78'><narrative>Donor</narrative></provider-org></transaction>
            <transaction><transaction-type code='11'/><transaction-date iso-date='2024-03-01'/><value value-date='2024-03-02'>20</value></transaction>
            <document-link url='https://example.org/report.pdf' format='application/pdf'><title><narrative>Report</narrative></title><category code='A01'/></document-link>
            <document-link url='https://example.org/project' format='text/html'><title><narrative>Page</narrative></title><category code='A12'/></document-link>
            <related-activity ref='XM-SAMPLE-0' type='1'/>
            """));

    [Fact]
    public void Its_reference_and_its_other_names_are_kept()
    {
        Assert.Equal("XM-SAMPLE-1", Project.Reference.AsWritten);
        Assert.Equal([new OtherIdentifier("OLD-1", "B1")], Project.OtherIdentifiers);
        Assert.Equal([new RelatedActivity(1, "XM-SAMPLE-0")], Project.Related);
    }

    [Fact]
    public void The_partner_is_the_folder_and_the_reporter_is_whom_the_file_names()
    {
        Assert.Equal("sample", Project.Partner.Value);
        Assert.Equal(new OrganisationName("Sample Organisation", "XM-SAMPLE", 40), Project.ReportingOrganisation);
    }

    [Fact]
    public void Texts_have_their_language_or_the_activitys()
    {
        Assert.Equal([new Narrative("Border posts", "en"), new Narrative("Пограничные посты", "ru")], Project.Titles);
        Assert.Equal([2, 1], Project.Descriptions.Select(description => description.Type));
        Assert.Equal(new Narrative("First.\nSecond.", "en"), Project.Descriptions[0].Narratives[0]);
        Assert.Equal("fr", Project.Descriptions[1].Narratives[0].Language);
    }

    [Fact]
    public void Organisations_have_their_roles() => Assert.Equal(
        [
            new Participation(OrganisationRole.Funding, new OrganisationName("Donor", "XM-A", 10)),
            new Participation(OrganisationRole.Implementing, new OrganisationName("Nobody Has Heard Of It Ltd")),
        ],
        Project.Organisations);

    [Fact]
    public void Status_dates_and_level_are_kept()
    {
        Assert.Equal(ActivityStatus.Finalisation, Project.Status);
        Assert.Equal(new ProjectDates(new(2024, 1, 1), new(2024, 2, 1), new(2026, 12, 31), new(2026, 10, 31)), Project.Dates);
        Assert.Equal(2, Project.Hierarchy);
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero), Project.LastUpdated);
    }

    [Fact]
    public void Places_and_sectors_have_their_percentages()
    {
        Assert.Equal([new PlaceShare(PlaceCode.Parse("AF"), "af", 60, null, "Afghanistan"), new PlaceShare(null, "619", 40, 619)], Project.Places);
        Assert.Equal([new SectorShare("1", "16063", 75, "Narcotics control"), new SectorShare("1", "15130", 25)], Project.Sectors);
    }

    [Fact]
    public void Amounts_have_their_currency_or_the_activitys() => Assert.Equal(
        [
            new MoneyLine(MoneyKind.Budget, 1000.50m, "USD", new(2024, 1, 2), new(2024, 1, 1), new(2024, 12, 31), null, Revised: true),
            new MoneyLine(MoneyKind.PlannedDisbursement, -5, "EUR", new(2025, 1, 1), new(2025, 1, 1)),
            new MoneyLine(MoneyKind.Commitment, 10, "EUR", new(2024, 3, 2), new(2024, 3, 1), null, "2"),
            new MoneyLine(MoneyKind.Other, 20, "EUR", new(2024, 3, 2), new(2024, 3, 1), null, "11"),
        ],
        Project.Money);

    [Fact]
    public void The_activitys_own_page_is_the_website_and_other_documents_are_not() => Assert.Equal("https://example.org/project", Project.Website);

    [Fact]
    public void What_has_no_field_is_kept_by_its_name() => Assert.Equal(
        [
            new Extra("humanitarian", "yes"),
            new Extra("reporting-org/secondary-reporter", "yes"),
            new Extra("participating-org/activity-id", "XM-A-77"),
            new Extra("default-aid-type", "C01; vocabulary=1"),
            new Extra("transaction/provider-org", "Donor (XM-A)"),
            new Extra("transaction/provider-activity-id", "XM-A-78"),
            new Extra("document-link", "url=https://example.org/report.pdf; format=application/pdf; title: Report; category: A01"),
        ],
        Project.Extras);
}
