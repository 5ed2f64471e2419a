using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_a_file_is_merged(AzuriteServer azurite)
{
    [Fact]
    public async Task Its_projects_are_created_with_their_lines_and_found_by_reference()
    {
        var register = new TestRegister(azurite);
        var result = await register.MergeAsync(Upload("u1", 1), Project("A / 1", "One"), Project("B#2?", "Two"));
        Assert.Equal([(Outcome.Created, 2), (Outcome.Created, 3)], result.Records.Select(static record => (record.Outcome, record.Line!.Value)));
        Assert.Empty(result.Problems);
        var stored = (await register.GetAsync("a/1"))!;
        Assert.Equal(("One", 1, false, "u1", 2, "A / 1"), (stored.Project.Title, stored.Version, stored.Withdrawn, stored.Origin.Upload, stored.Line, stored.Project.Reference.AsWritten));
        Assert.Equal(Start.AddHours(1), stored.CreatedAt);
        Assert.Equal(2, (await register.LoggedAsync()).Count);
    }

    [Fact]
    public async Task What_changed_is_updated_with_its_fields_and_the_rest_is_left_alone()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A"), Project("B"));
        var changed = Project("B") with { Status = ActivityStatus.Closed, Places = [new PlaceShare(Samples.Place("AF-KAN"), "Kandahar", 60)] };
        var result = await register.MergeAsync(Upload("u2", 2), Project("A"), changed);
        Assert.Equal([Outcome.Unchanged, Outcome.Updated], result.Records.Select(static record => record.Outcome));
        Assert.Equal([new FieldChange("status", null, "closed"), new FieldChange("places", null, "AF-KAN 60%")], result.Records[1].Changes);
        var history = await register.HistoryAsync("B");
        Assert.Equal([2, 1], history.Select(static version => version.Number));
        Assert.Equal(["u2", "u1"], history.Select(static version => version.Origin.Upload));
        Assert.Equal(result.Records[1].Changes, history[0].Changes);
        Assert.Null(history[1].Project.Status);
    }

    [Fact]
    public async Task Everything_that_a_project_says_comes_back()
    {
        var register = new TestRegister(azurite);
        var whole = Samples.Whole("ALL-1");
        await register.MergeAsync(Upload("u1", 1), whole);
        var stored = (await register.GetAsync("ALL-1"))!.Project;
        Assert.Empty(Differences.Between(whole, stored));
        Assert.Equal(Samples.Json(whole), Samples.Json(stored));
    }

    [Fact]
    public async Task Hundreds_of_projects_in_few_partitions_come_through_in_whole_batches()
    {
        var register = new TestRegister(azurite);
        var partition = ProjectKey.Of(Partner, Reference("X-0")).Partition;
        var projects = Enumerable.Range(0, 40_000).Select(static number => Project($"X-{number}")).Where(project => ProjectKey.Of(Partner, project.Reference).Partition == partition).Take(330).ToList();
        var first = await register.MergeAsync(Upload("u1", 1), projects);
        Assert.All(first.Records, static record => Assert.Equal(Outcome.Created, record.Outcome));
        var second = await register.MergeAsync(Upload("u2", 2), [.. projects.Select(static project => project with { Website = "https://example.org/" })]);
        Assert.All(second.Records, static record => Assert.Equal(Outcome.Updated, record.Outcome));
        Assert.Equal(330, await register.CountAsync("Versions"));
        Assert.Equal(330, (await register.LoggedAsync()).Count);
    }

    [Fact]
    public async Task A_project_too_large_for_a_row_goes_into_a_blob_and_comes_back()
    {
        var register = new TestRegister(azurite);
        var noise = new Random(1);
        var text = string.Concat(Enumerable.Range(0, 1_400_000).Select(_ => (char)noise.Next('0', 'z')));
        var large = Project("LARGE") with { Descriptions = [new Description(1, [new Narrative(text)])] };
        await register.MergeAsync(Upload("u1", 1), large, Project("SMALL"));
        Assert.Equal(text, (await register.GetAsync("LARGE"))!.Project.Descriptions[0].Narratives[0].Text);
        var result = await register.MergeAsync(Upload("u2", 2), large with { Titles = [new Narrative("Other")] });
        Assert.Equal(["title"], result.Records[0].Changes.Select(static change => change.Field));
        Assert.Equal(text, (await register.HistoryAsync("LARGE"))[1].Project.Descriptions[0].Narratives[0].Text);
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_changes_nothing()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A"), Project("B"));
        var before = await register.SnapshotAsync();
        Project[] file = [Project("A", "Other"), Project("C")];
        var dry = await register.MergeAsync(Upload("u2", 2), complete: true, file, dryRun: true);
        Assert.Equal(before, await register.SnapshotAsync());
        Assert.Equal(1, await register.Register.Log.HeadAsync(Stop));
        var real = await register.MergeAsync(Upload("u2", 2), complete: true, file);
        Assert.Equal(Samples.Text(real), Samples.Text(dry));
    }
}
