using ParisPact.Domain.Intake;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_a_merge_runs_again(AzuriteServer azurite)
{
    [Fact]
    public async Task It_ends_with_the_same_register_and_says_the_same()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A"), Project("B"), Project("C"));
        var first = await register.MergeAsync(Upload("u2", 2), complete: true, [Project("A", "Other"), Project("B"), Project("D")]);
        var before = await register.SnapshotAsync();
        var second = await register.MergeAsync(Upload("u2", 2), complete: true, [Project("A", "Other"), Project("B"), Project("D")]);
        Assert.Equal(Samples.Text(first), Samples.Text(second));
        Assert.Equal(before, await register.SnapshotAsync());
    }

    [Fact]
    public async Task It_says_the_same_even_when_somebody_changed_a_project_in_between()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A"), Project("B"));
        var first = await register.MergeAsync(Upload("u2", 2), Project("A", "Second"), Project("C"));
        await register.Register.PutAsync(Project("A", "By hand"), Hand(3), null, false, Stop);
        await register.Register.WithdrawAsync(Partner, Reference("C"), Hand(3), null, Stop);
        var before = await register.SnapshotAsync();
        var second = await register.MergeAsync(Upload("u2", 2), Project("A", "Second"), Project("C"));
        Assert.Equal(Samples.Text(first), Samples.Text(second));
        Assert.Equal(before, await register.SnapshotAsync());
    }

    [Fact]
    public async Task Two_uploads_of_one_file_at_once_make_one_version()
    {
        var register = new TestRegister(azurite);
        var other = new TestRegister(azurite, register.Names.Prefix);
        var projects = Enumerable.Range(0, 300).Select(static number => Project($"P{number}")).ToList();
        var both = await Task.WhenAll(register.MergeAsync(Upload("u1", 1), projects), other.MergeAsync(Upload("u2", 1), projects));
        var made = both.SelectMany(static result => result.Records).GroupBy(static record => record.Outcome).ToDictionary(static group => group.Key, static group => group.Count());
        Assert.Equal(300, made[Outcome.Created]);
        Assert.Equal(300, made[Outcome.Unchanged]);
        await foreach (var project in register.Register.ScanAsync(Stop)) Assert.Equal(1, project.Version);
    }

    [Fact]
    public async Task Two_different_files_at_once_end_with_what_the_newer_one_says()
    {
        var register = new TestRegister(azurite);
        var other = new TestRegister(azurite, register.Names.Prefix);
        await register.MergeAsync(Upload("u0", 1), [.. Enumerable.Range(0, 150).Select(static number => Project($"P{number}", "First"))]);
        await Task.WhenAll(
            register.MergeAsync(Upload("u1", 3), [.. Enumerable.Range(0, 200).Select(static number => Project($"P{number}", "Newer"))]),
            other.MergeAsync(Upload("u2", 2), [.. Enumerable.Range(0, 200).Select(static number => Project($"P{number}", "Older"))]));
        await foreach (var project in register.Register.ScanAsync(Stop))
        {
            Assert.Equal("Newer", project.Project.Title);
            var history = await register.HistoryAsync(project.Project.Reference.AsWritten);
            Assert.Equal(Enumerable.Range(1, project.Version).Reverse(), history.Select(static version => version.Number));
        }
    }
}
