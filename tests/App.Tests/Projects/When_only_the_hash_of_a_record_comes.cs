using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

/// <summary>A file was read while its projects stood in the register as it tells them; it is merged some moments later.</summary>
public sealed class When_only_the_hash_of_a_record_comes(AzuriteServer azurite)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_is_confirmed_where_just_that_stands(bool complete)
    {
        var (register, request) = await ReadAsync(complete);
        var result = await register.Register.MergeAsync(request, Stop);
        Assert.False(result.IsOutdated);
        Assert.Equal([Outcome.Unchanged, Outcome.Unchanged], result.Records.Select(static record => record.Outcome));
        Assert.Empty(result.Problems);
    }

    [Fact]
    public async Task Its_whole_content_is_asked_for_where_something_else_stands_by_now()
    {
        var (register, request) = await ReadAsync();
        await register.Register.PutAsync(Project("A", "By hand"), Hand(1.5), null, onlyNew: false, Stop);
        Assert.True((await register.Register.MergeAsync(request, Stop)).IsOutdated);
        var again = await register.Register.MergeAsync(Request(request.Origin, false, [Project("A", "First"), Project("B", "First")]), Stop);
        Assert.Equal([Outcome.Updated, Outcome.Unchanged], again.Records.Select(static record => record.Outcome));
        Assert.Equal("First", (await register.GetAsync("A"))!.Project.Title);
        Assert.Equal("First", (await register.GetAsync("B"))!.Project.Title);
    }

    [Fact]
    public async Task Its_whole_content_is_asked_for_where_the_project_was_withdrawn_or_renamed()
    {
        var (register, request) = await ReadAsync();
        await register.Register.WithdrawAsync(Partner, Reference("A"), Hand(3), null, Stop);
        Assert.True((await register.Register.MergeAsync(request, Stop)).IsOutdated);
        (register, request) = await ReadAsync();
        await register.Register.RenameAsync(Partner, Reference("A"), Reference("C"), Hand(3), null, Stop);
        Assert.True((await register.Register.MergeAsync(request, Stop)).IsOutdated);
    }

    [Fact]
    public async Task It_is_refused_where_the_project_was_taken_down()
    {
        var (register, request) = await ReadAsync();
        await register.Register.TakeDownAsync(Partner, Reference("A"), "secretariat", Start.AddHours(3), null, Stop);
        var result = await register.Register.MergeAsync(request, Stop);
        Assert.False(result.IsOutdated);
        Assert.Equal([Outcome.Rejected, Outcome.Unchanged], result.Records.Select(static record => record.Outcome));
    }

    [Fact]
    public async Task What_the_same_upload_wrote_is_never_left_out()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A"));
        var standing = await register.Register.StandingAsync(Partner, Start.AddHours(1), Stop);
        Assert.True(Incoming.Of(Project("A"), null, 2, standing: standing).IsWhole);
    }

    private async Task<(TestRegister Register, MergeRequest Request)> ReadAsync(bool complete = false)
    {
        var register = new TestRegister(azurite);
        Project[] projects = [Project("A", "First"), Project("B", "First")];
        await register.MergeAsync(Upload("u1", 1), projects);
        var origin = Upload("u2", 2);
        var standing = await register.Register.StandingAsync(Partner, origin.At, Stop);
        var incoming = projects.Select((project, index) => Incoming.Of(project, null, index + 2, standing: standing)).ToList();
        Assert.All(incoming, static record => Assert.False(record.IsWhole));
        return (register, Request(origin, complete, projects) with { Projects = incoming });
    }
}
