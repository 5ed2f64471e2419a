using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_a_project_is_changed_by_hand(AzuriteServer azurite)
{
    [Fact]
    public async Task It_is_created_updated_or_left_alone_and_each_version_has_its_own_tag()
    {
        var register = new TestRegister(azurite);
        var created = Assert.IsType<ChangeResult.Created>(await register.Register.PutAsync(Project("A"), Hand(1), null, false, Stop)).Project;
        Assert.True(created.Origin.OnBehalf);
        Assert.Equal(created.ETag, (await register.GetAsync("A"))!.ETag);
        Assert.IsType<ChangeResult.Unchanged>(await register.Register.PutAsync(Project("A"), Hand(2), created.ETag, false, Stop));
        var updated = Assert.IsType<ChangeResult.Updated>(await register.Register.PutAsync(Project("A", "Other"), Hand(3), created.ETag, false, Stop));
        Assert.NotEqual(created.ETag, updated.Project.ETag);
        Assert.Equal("title", Assert.Single(updated.Changes).Field);
        Assert.Equal(2, (await register.HistoryAsync("A")).Count);
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_is_a_conflict_that_shows_what_stands()
    {
        var register = new TestRegister(azurite);
        Assert.Null(Assert.IsType<ChangeResult.Conflict>(await register.Register.PutAsync(Project("A"), Hand(1), "*", false, Stop)).Current);
        var first = Assert.IsType<ChangeResult.Created>(await register.Register.PutAsync(Project("A"), Hand(1), null, true, Stop)).Project;
        await register.Register.PutAsync(Project("A", "Second"), Hand(2), null, false, Stop);
        var conflict = Assert.IsType<ChangeResult.Conflict>(await register.Register.PutAsync(Project("A", "Third"), Hand(3), first.ETag, false, Stop));
        Assert.Equal("Second", conflict.Current!.Project.Title);
        Assert.IsType<ChangeResult.Conflict>(await register.Register.PutAsync(Project("A", "Third"), Hand(3), null, true, Stop));
        Assert.IsType<ChangeResult.Conflict>(await register.Register.WithdrawAsync(Partner, Reference("A"), Hand(3), first.ETag, Stop));
    }

    [Fact]
    public async Task Of_many_who_saw_the_same_version_one_succeeds()
    {
        var register = new TestRegister(azurite);
        var seen = Assert.IsType<ChangeResult.Created>(await register.Register.PutAsync(Project("A"), Hand(1), null, false, Stop)).Project.ETag;
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => register.Register.PutAsync(Project("A", $"Title {number}"), Hand(2), seen, false, Stop)));
        Assert.Single(results.OfType<ChangeResult.Updated>());
        Assert.Equal(7, results.OfType<ChangeResult.Conflict>().Count());
        Assert.Equal(2, (await register.GetAsync("A"))!.Version);
    }

    [Fact]
    public async Task It_counts_whatever_a_file_of_an_earlier_time_says_later()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A"));
        await register.Register.PutAsync(Project("A", "By hand"), Hand(5), null, false, Stop);
        var late = await register.MergeAsync(Upload("u2", 6, 4), Project("A", "From the file"));
        Assert.Equal("file.older", Assert.Single(late.Problems).Rule);
        Assert.Equal("By hand", (await register.GetAsync("A"))!.Project.Title);
    }

    [Fact]
    public async Task Withdrawing_keeps_the_history_and_entering_it_again_revives_it()
    {
        var register = new TestRegister(azurite);
        Assert.IsType<ChangeResult.NotFound>(await register.Register.WithdrawAsync(Partner, Reference("A"), Hand(1), null, Stop));
        await register.Register.PutAsync(Project("A"), Hand(1), null, false, Stop);
        Assert.True(Assert.IsType<ChangeResult.Updated>(await register.Register.WithdrawAsync(Partner, Reference("A"), Hand(2, "entered by mistake"), "*", Stop)).Project.Withdrawn);
        Assert.IsType<ChangeResult.Unchanged>(await register.Register.WithdrawAsync(Partner, Reference("A"), Hand(3), null, Stop));
        Assert.Equal("entered by mistake", (await register.HistoryAsync("A"))[0].Origin.Reason);
        Assert.False(Assert.IsType<ChangeResult.Updated>(await register.Register.PutAsync(Project("A"), Hand(4), null, false, Stop)).Project.Withdrawn);
    }

    [Fact]
    public async Task History_comes_in_pages_newest_first()
    {
        var register = new TestRegister(azurite);
        for (var number = 1; number <= 11; number++) await register.Register.PutAsync(Project("A", $"Title {number}"), Hand(number), null, false, Stop);
        var numbers = new List<int>();
        int? before = null;
        do
        {
            var page = (await register.Register.HistoryAsync(Partner, Reference("A"), before, 3, Stop))!;
            Assert.All(page.Versions, static version => Assert.Equal($"Title {version.Number}", version.Project.Title));
            numbers.AddRange(page.Versions.Select(static version => version.Number));
            before = page.Before;
        }
        while (before is not null);
        Assert.Equal(Enumerable.Range(1, 11).Reverse(), numbers);
        Assert.Null(await register.Register.HistoryAsync(Partner, Reference("NONE"), null, 10, Stop));
    }
}
