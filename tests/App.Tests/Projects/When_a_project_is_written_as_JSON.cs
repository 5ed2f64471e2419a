using System.Text.Json;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_a_project_is_written_as_JSON
{
    [Fact]
    public void Its_members_are_those_of_the_contract_and_what_is_empty_is_left_out()
    {
        var project = Project("SAMPLE/1") with
        {
            Status = ActivityStatus.Implementation,
            Dates = new ProjectDates(PlannedEnd: new DateOnly(2026, 12, 31)),
            Organisations = [new Participation(OrganisationRole.Funding, new OrganisationName("Sample donor", Type: 10))],
            Places = [new PlaceShare(Samples.Place("AF-KAN"), "Kandahar", 60.5m)],
            Money = [new MoneyLine(MoneyKind.PlannedDisbursement, -5.50m, "EUR", new DateOnly(2026, 1, 1))],
        };
        Assert.Equal(
            """{"partner":"sample-partner","reference":"SAMPLE/1","titles":[{"text":"Border posts"}],"status":"implementation","dates":{"plannedEnd":"2026-12-31"},"organisations":[{"role":"funding","organisation":{"name":"Sample donor","type":10}}],"places":[{"code":"AF-KAN","asWritten":"Kandahar","percentage":60.5}],"money":[{"kind":"plannedDisbursement","amount":-5.50,"currency":"EUR","valueDate":"2026-01-01","revised":false}]}""",
            Samples.Json(project));
    }

    [Fact]
    public void It_reads_back_to_the_same_and_the_same_bytes()
    {
        var whole = Samples.Whole("ALL");
        var json = Samples.Json(whole);
        var read = JsonSerializer.Deserialize<Project>(json, ProjectJson.Options)!;
        Assert.Empty(Differences.Between(whole, read));
        Assert.Equal(whole.LastUpdated, read.LastUpdated);
        Assert.Equal(json, Samples.Json(read));
    }

    [Fact]
    public void Half_a_character_does_not_stop_it()
    {
        var read = JsonSerializer.Deserialize<Project>(Samples.Json(Project("A\ud800B", "x\udc00")), ProjectJson.Options)!;
        Assert.Equal("x\ufffd", read.Title);
        Assert.Equal(ProjectKey.Of(Partner, Reference("A\ud800B")), ProjectKey.Of(Partner, read.Reference));
    }

    [Theory]
    [InlineData("""{"partner":"sample-partner","titles":[{"text":"x"}]}""")]
    [InlineData("""{"partner":"sample-partner","reference":"A"}""")]
    [InlineData("""{"partner":"a/b","reference":"A","titles":[{"text":"x"}]}""")]
    [InlineData("""{"partner":"sample-partner","reference":"A","titles":[{"text":"x"}],"places":[{"code":"nowhere","asWritten":"x"}]}""")]
    [InlineData("""{"partner":"sample-partner","reference":"A","titles":[{"text":"x"}],"status":"unknown"}""")]
    [InlineData("""[]""")]
    public void What_is_no_project_is_refused_as_JSON(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Project>(json, ProjectJson.Options));
}
