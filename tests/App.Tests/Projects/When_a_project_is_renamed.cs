using ParisPact.Domain.Intake;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_a_project_is_renamed(AzuriteServer azurite)
{
    private static async Task<TestRegister> RenamedAsync(AzuriteServer azurite)
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("OLD", "First"));
        await register.MergeAsync(Upload("u2", 2), Project("OLD", "Second"));
        var renamed = Assert.IsType<ChangeResult.Updated>(await register.Register.RenameAsync(Partner, Reference("OLD"), Reference("NEW"), Hand(3), null, Stop));
        Assert.Equal(("NEW", 3), (renamed.Project.Project.Reference.AsWritten, renamed.Project.Version));
        Assert.Equal(new FieldChange("reference", "OLD", "NEW"), Assert.Single(renamed.Changes));
        return register;
    }

    [Fact]
    public async Task Its_history_follows_and_both_references_lead_to_it()
    {
        var register = await RenamedAsync(azurite);
        Assert.Equal((await register.GetAsync("NEW"))!.Key, (await register.GetAsync("OLD"))!.Key);
        Assert.Equal(["Second", "Second", "First"], (await register.HistoryAsync("NEW")).Select(static version => version.Project.Title));
        Assert.Equal("NEW", Assert.Single(await ScannedAsync(register)));
        Assert.Equal("NEW", (await register.Register.RenamedAsync(Partner, Stop)).Present(Reference("old")).AsWritten);
        Assert.Contains(ProjectKey.Of(Partner, Reference("OLD")), await register.LoggedAsync());
    }

    [Fact]
    public async Task A_file_with_the_former_reference_updates_it_and_is_told()
    {
        var register = await RenamedAsync(azurite);
        var result = await register.MergeAsync(Upload("u3", 4), complete: true, [Project("OLD", "Third"), Project("ELSE")]);
        Assert.Equal([Outcome.Updated, Outcome.Created], result.Records.Select(static record => record.Outcome));
        Assert.Equal("reference.renamed", Assert.Single(result.Problems).Rule);
        var stored = (await register.GetAsync("NEW"))!;
        Assert.Equal(("Third", 4, false), (stored.Project.Title, stored.Version, stored.Withdrawn));
        var again = await register.MergeAsync(Upload("u3", 4), complete: true, [Project("OLD", "Third"), Project("ELSE")]);
        Assert.Equal(Samples.Text(result), Samples.Text(again));
    }

    [Fact]
    public async Task A_file_with_both_references_counts_the_present_one()
    {
        var register = await RenamedAsync(azurite);
        var result = await register.MergeAsync(Upload("u3", 4), Project("OLD", "Wrong"), Project("NEW", "Right"));
        Assert.Equal([Outcome.Rejected, Outcome.Updated], result.Records.Select(static record => record.Outcome));
        Assert.Contains(result.Problems, static problem => problem is { Rule: "reference.named-twice", Severity: Severity.Error });
        Assert.Equal("Right", (await register.GetAsync("OLD"))!.Project.Title);
    }

    [Fact]
    public async Task It_can_be_named_back_and_on_and_keeps_its_whole_history()
    {
        var register = await RenamedAsync(azurite);
        Assert.IsType<ChangeResult.Updated>(await register.Register.RenameAsync(Partner, Reference("NEW"), Reference("OLD"), Hand(4), null, Stop));
        Assert.IsType<ChangeResult.Updated>(await register.Register.RenameAsync(Partner, Reference("NEW"), Reference("THIRD"), Hand(5), null, Stop));
        foreach (var reference in (string[])["OLD", "NEW", "THIRD"])
        {
            Assert.Equal("THIRD", (await register.GetAsync(reference))!.Project.Reference.AsWritten);
            Assert.Equal([5, 4, 3, 2, 1], (await register.HistoryAsync(reference)).Select(static version => version.Number));
            Assert.Equal("THIRD", (await register.Register.RenamedAsync(Partner, Stop)).Present(Reference(reference)).AsWritten);
        }

        Assert.Single(await ScannedAsync(register));
    }

    [Fact]
    public async Task A_reference_of_another_project_is_refused()
    {
        var register = await RenamedAsync(azurite);
        await register.MergeAsync(Upload("u3", 4), Project("OTHER"));
        Assert.IsType<ChangeResult.Taken>(await register.Register.RenameAsync(Partner, Reference("OTHER"), Reference("NEW"), Hand(5), null, Stop));
        Assert.IsType<ChangeResult.Taken>(await register.Register.RenameAsync(Partner, Reference("OTHER"), Reference("OLD"), Hand(5), null, Stop));
        Assert.IsType<ChangeResult.NotFound>(await register.Register.RenameAsync(Partner, Reference("NONE"), Reference("X"), Hand(5), null, Stop));
    }

    [Fact]
    public async Task Another_spelling_of_the_same_reference_is_a_version_and_no_new_key()
    {
        var register = await RenamedAsync(azurite);
        var respelt = Assert.IsType<ChangeResult.Updated>(await register.Register.RenameAsync(Partner, Reference("NEW"), Reference("n e w"), Hand(4), null, Stop));
        Assert.Equal(("n e w", 4), (respelt.Project.Project.Reference.AsWritten, respelt.Project.Version));
    }

    [Fact]
    public async Task A_file_that_was_sent_before_still_changes_it_and_an_older_one_than_its_content_does_not()
    {
        var register = await RenamedAsync(azurite);
        var older = await register.MergeAsync(Upload("u0", 5, 1.5), Project("OLD", "Older"));
        Assert.Equal(["reference.renamed", "file.older"], older.Problems.Select(static problem => problem.Rule).OrderDescending());
        var sent = await register.MergeAsync(Upload("u3", 5, 2.5), Project("OLD", "Third"));
        Assert.Equal(Outcome.Updated, Assert.Single(sent.Records).Outcome);
        Assert.Equal(("Third", 4), ((await register.GetAsync("NEW"))!.Project.Title, (await register.GetAsync("NEW"))!.Version));
    }

    [Fact]
    public async Task What_a_newer_file_had_confirmed_stays_confirmed()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("OLD", "First"));
        await register.MergeAsync(Upload("u4", 4), Project("OLD", "First"));
        Assert.IsType<ChangeResult.Updated>(await register.Register.RenameAsync(Partner, Reference("OLD"), Reference("NEW"), Hand(5), null, Stop));
        var late = await register.MergeAsync(Upload("u3", 6, 3), Project("OLD", "Late"));
        Assert.Contains("file.older", late.Problems.Select(static problem => problem.Rule));
        Assert.Equal("First", (await register.GetAsync("NEW"))!.Project.Title);
    }

    [Fact]
    public async Task A_part_that_runs_again_says_what_it_said_before_the_rename()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("OTHER", "First"));
        var first = await register.MergeAsync(Upload("u2", 2), Project("OLD", "New"), Project("OTHER", "Second"));
        Assert.IsType<ChangeResult.Updated>(await register.Register.RenameAsync(Partner, Reference("OLD"), Reference("NEW"), Hand(3), null, Stop));
        Assert.IsType<ChangeResult.Updated>(await register.Register.RenameAsync(Partner, Reference("OTHER"), Reference("ELSE"), Hand(3), null, Stop));
        var again = await register.MergeAsync(Upload("u2", 2), Project("OLD", "New"), Project("OTHER", "Second"));
        Assert.Equal(first.Records.Select(static record => record.Outcome), again.Records.Select(static record => record.Outcome));
        Assert.Equal((2, 3), ((await register.GetAsync("NEW"))!.Version, (await register.GetAsync("ELSE"))!.Version));
    }

    private static async Task<List<string>> ScannedAsync(TestRegister register)
    {
        var references = new List<string>();
        await foreach (var project in register.Register.ScanAsync(Stop)) references.Add(project.Project.Reference.AsWritten);
        return references;
    }
}
