using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_a_file_says_what_the_register_says(AzuriteServer azurite)
{
    [Fact]
    public async Task It_changes_nothing_and_says_so()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A"), Project("B"));
        var before = await register.SnapshotAsync();
        var result = await register.MergeAsync(Upload("u2", 2), Project("A"), Project("B"));
        Assert.Equal([Outcome.Unchanged, Outcome.Unchanged], result.Records.Select(static record => record.Outcome));
        result = await register.MergeAsync(Upload("u3", 3, 1), Project("B"));
        Assert.Equal([Outcome.Unchanged], result.Records.Select(static record => record.Outcome));
        Assert.Empty(result.Problems);
        Assert.Equal(before, await register.SnapshotAsync());
        Assert.Equal(1, await register.Register.Log.HeadAsync(Stop));
    }

    [Fact]
    public async Task Another_spelling_of_the_reference_is_taken_over()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("xx 1"));
        var result = await register.MergeAsync(Upload("u2", 2), Project("XX1"));
        Assert.Equal(new FieldChange("reference", "xx 1", "XX1"), Assert.Single(result.Records[0].Changes));
    }

    [Fact]
    public async Task Another_order_other_zeros_and_a_later_stamp_are_no_change()
    {
        var register = new TestRegister(azurite);
        var whole = Samples.Whole("A");
        await register.MergeAsync(Upload("u1", 1), whole);
        var restated = whole with
        {
            Places = [.. whole.Places.Reverse()],
            Organisations = [.. whole.Organisations.Reverse()],
            Money = [.. whole.Money.Reverse().Select(static line => line with { TransactionType = line.Kind == MoneyKind.Commitment ? null : line.TransactionType })],
            Sectors = [whole.Sectors[1], whole.Sectors[0] with { Percentage = null }],
            LastUpdated = whole.LastUpdated!.Value.AddDays(9),
        };
        var result = await register.MergeAsync(Upload("u2", 2), restated with { Places = [.. restated.Places.Select(static place => place with { Percentage = place.Percentage is { } given ? given + 0.00m : null })] });
        Assert.Equal(Outcome.Unchanged, result.Records[0].Outcome);
        Assert.Equal(1, (await register.GetAsync("A"))!.Version);
        Assert.Equal(1, await register.Register.Log.HeadAsync(Stop));
    }

    [Fact]
    public async Task An_older_file_cannot_overwrite_what_was_confirmed_since()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A", "First"), Project("B", "First"));
        await register.MergeAsync(Upload("u3", 3), Project("A", "First"));
        var late = await register.MergeAsync(Upload("u2", 4, 2), Project("A", "Second"), Project("B", "Second"));
        Assert.Equal([Outcome.Unchanged, Outcome.Updated], late.Records.Select(static record => record.Outcome));
        Assert.Equal("file.older", Assert.Single(late.Problems).Rule);
        Assert.Equal(2, late.Problems[0].At.Line);
        Assert.Equal("First", (await register.GetAsync("A"))!.Project.Title);
        Assert.Equal("Second", (await register.GetAsync("B"))!.Project.Title);
        await register.MergeAsync(Upload("u5", 5), Project("A", "Fifth"));
        Assert.Equal("Fifth", (await register.GetAsync("A"))!.Project.Title);
    }
}
