using System.Text.Json;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Projects;
using ThemeShare = ParisPact.Domain.Projects.ThemeShare;

namespace ParisPact.Tests.Projects;

/// <summary>Invented projects, marked as samples by their references.</summary>
internal static class Samples
{
    public static string Json(Project project) => JsonSerializer.Serialize(project, ProjectJson.Options);

    public static string Text(MergeResult result) => string.Join('\n', [
        .. result.Records.Select(static record => $"{record.Reference} {record.Outcome} {record.Line} {string.Join(", ", record.Changes)}"),
        .. result.Problems.Select(static problem => problem.ToString())]);

    public static PlaceCode Place(string text) => PlaceCode.TryParse(text, out var code) ? code : throw new FormatException(text);

    /// <summary>A project with something in every field.</summary>
    public static Project Whole(string reference) => TestRegister.Project(reference) with
    {
        Titles = [new Narrative("Border posts", "en"), new Narrative("Пограничные посты", "ru"), new Narrative("\"<&>' \u2028 \U0001F6A7")],
        Descriptions = [new Description(1, [new Narrative("General", "en"), new Narrative("Général", "fr")]), new Description(2, [new Narrative("Objectives")])],
        Status = ActivityStatus.Implementation,
        Dates = new ProjectDates(new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 1), new DateOnly(2026, 12, 31), new DateOnly(2026, 11, 30)),
        ReportingOrganisation = new OrganisationName("Sample agency", "XX-0-SAMPLE", 40),
        Organisations =
        [
            new Participation(OrganisationRole.Funding, new OrganisationName("Sample donor", "XX-1", 10)),
            new Participation(OrganisationRole.Implementing, new OrganisationName("Sample agency")),
        ],
        Places = [new PlaceShare(Place("AF-KAN"), "Kandarhar", 59.5m, Name: "Spin Boldak"), new PlaceShare(Place("IR"), "Iran", 40.50m), new PlaceShare(null, "298", Region: 298), new PlaceShare(null, "somewhere")],
        Sectors = [new SectorShare("1", "16063", 100, "Narcotics control"), new SectorShare("99", "own", null)],
        Themes = [new Domain.Projects.ThemeShare("border-management", "Borders", 50), new Domain.Projects.ThemeShare(null, "else", 50)],
        Papers = ["green", "yellow"],
        Money =
        [
            new MoneyLine(MoneyKind.Budget, 1234567.89m, "USD", new DateOnly(2024, 1, 1), new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31), Revised: true),
            new MoneyLine(MoneyKind.Other, -0.0000001m, null, TransactionType: "9"),
            new MoneyLine(MoneyKind.Commitment, decimal.MaxValue, "EUR", TransactionType: "2"),
        ],
        Related = [new RelatedActivity(1, "XX-PARENT")],
        OtherIdentifiers = [new OtherIdentifier("INTERNAL-7", "A1"), new OtherIdentifier("old")],
        Website = "https://example.org/project?a=1&b=2",
        Hierarchy = 2,
        LastUpdated = new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.FromHours(3)),
        Extras = [new Extra("Ministry (RU)", "МВД"), new Extra("=cmd|' /C calc'!A0", "\u0001\t")],
    };
}
