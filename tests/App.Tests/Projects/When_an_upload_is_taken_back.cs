using ParisPact.Domain.Intake;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_an_upload_is_taken_back(AzuriteServer azurite)
{
    private static async Task<TestRegister> UploadedAsync(AzuriteServer azurite)
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A", "First"), Project("B"), Project("C"));
        await register.MergeAsync(Upload("u2", 2), complete: true, [Project("A", "Second"), Project("B"), Project("D")]);
        return register;
    }

    [Fact]
    public async Task Each_project_is_what_it_was_before_and_what_it_created_is_withdrawn()
    {
        var register = await UploadedAsync(azurite);
        var done = Assert.IsType<TakeBackResult.Done>(await TakeBackAsync(register, "u2", 3));
        Assert.Equal(["A Updated", "C Updated", "D Withdrawn"], Said(done));
        Assert.Equal("First", (await register.GetAsync("A"))!.Project.Title);
        Assert.False((await register.GetAsync("C"))!.Withdrawn);
        var created = (await register.GetAsync("D"))!;
        Assert.Equal((true, "u2", "wrong file"), (created.Withdrawn, created.Origin.Reverts, created.Origin.Reason));
        Assert.Equal([new FieldChange("title", "Second", "First")], (await register.HistoryAsync("A"))[0].Changes);
        Assert.Equal(1, (await register.GetAsync("B"))!.Version);
    }

    [Fact]
    public async Task Doing_it_again_says_the_same_and_changes_nothing()
    {
        var register = await UploadedAsync(azurite);
        var first = Assert.IsType<TakeBackResult.Done>(await TakeBackAsync(register, "u2", 3));
        var before = await register.SnapshotAsync();
        var second = Assert.IsType<TakeBackResult.Done>(await TakeBackAsync(register, "u2", 3));
        Assert.Equal(Said(first), Said(second));
        Assert.Equal(before, await register.SnapshotAsync());
    }

    [Fact]
    public async Task A_check_says_what_would_happen_and_changes_nothing()
    {
        var register = await UploadedAsync(azurite);
        var before = await register.SnapshotAsync();
        var check = Assert.IsType<TakeBackResult.Done>(await TakeBackAsync(register, "u2", 3, checkOnly: true));
        Assert.Equal(before, await register.SnapshotAsync());
        Assert.Equal(Said(Assert.IsType<TakeBackResult.Done>(await TakeBackAsync(register, "u2", 3))), Said(check));
    }

    [Fact]
    public async Task It_is_refused_as_a_whole_while_anything_newer_stands_on_it()
    {
        var register = await UploadedAsync(azurite);
        await register.Register.PutAsync(Project("A", "By hand"), Hand(3), null, false, Stop);
        var before = await register.SnapshotAsync();
        var refused = Assert.IsType<TakeBackResult.Refused>(await TakeBackAsync(register, "u2", 4));
        Assert.Equal("A", Assert.Single(refused.Newer).AsWritten);
        Assert.Equal(before, await register.SnapshotAsync());
        Assert.IsType<TakeBackResult.Refused>(await TakeBackAsync(register, "u1", 4));
    }

    [Fact]
    public async Task It_is_refused_after_a_rename()
    {
        var register = await UploadedAsync(azurite);
        await register.Register.RenameAsync(Partner, Reference("D"), Reference("E"), Hand(3), null, Stop);
        Assert.Equal("E", Assert.Single(Assert.IsType<TakeBackResult.Refused>(await TakeBackAsync(register, "u2", 4)).Newer).AsWritten);
    }

    [Fact]
    public async Task The_upload_below_can_be_taken_back_next()
    {
        var register = await UploadedAsync(azurite);
        await register.MergeAsync(Upload("u3", 3), Project("A", "Third"));
        Assert.IsType<TakeBackResult.Done>(await TakeBackAsync(register, "u3", 4));
        Assert.Equal("Second", (await register.GetAsync("A"))!.Project.Title);
        Assert.IsType<TakeBackResult.Done>(await TakeBackAsync(register, "u2", 5));
        Assert.Equal("First", (await register.GetAsync("A"))!.Project.Title);
        Assert.Equal(["A Withdrawn", "B Withdrawn", "C Withdrawn"], Said(Assert.IsType<TakeBackResult.Done>(await TakeBackAsync(register, "u1", 6))));
        Assert.True((await register.GetAsync("A"))!.Withdrawn);
    }

    private static Task<TakeBackResult> TakeBackAsync(TestRegister register, string upload, double hours, bool checkOnly = false) =>
        register.Register.TakeBackAsync(new TakeBackRequest(Partner, upload, Hand(hours, "wrong file"), 0, ProjectKey.Buckets - 1, checkOnly), Stop);

    private static IEnumerable<string> Said(TakeBackResult.Done done) => done.Records.Select(static record => $"{record.Reference} {record.Outcome}").Order();
}
