using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_the_change_log_is_read(AzuriteServer azurite)
{
    [Fact]
    public async Task An_empty_log_has_its_head_at_nothing()
    {
        var register = new TestRegister(azurite);
        await register.GetAsync("NONE");
        Assert.Equal(0, await register.Register.Log.HeadAsync(Stop));
        Assert.Empty(await register.LoggedAsync());
    }

    [Fact]
    public async Task Appends_of_several_processes_at_once_leave_no_gap_and_lose_nothing()
    {
        var register = new TestRegister(azurite);
        await register.GetAsync("NONE");
        var logs = Enumerable.Range(0, 4).Select(_ => new ChangeLog(register.Tables, register.Names)).ToList();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(number => logs[number % 4].AppendAsync([Changed(number)], Stop)));
        Assert.Equal(Enumerable.Range(0, 40).Select(static number => Changed(number).Key).ToHashSet(), await register.LoggedAsync());
        Assert.Equal(40, await new ChangeLog(register.Tables, register.Names).HeadAsync(Stop));
    }

    [Fact]
    public async Task Many_keys_become_several_entries_and_come_back_as_they_were()
    {
        var register = new TestRegister(azurite);
        await register.GetAsync("NONE");
        var keys = Enumerable.Range(0, (2 * ChangedKeys.InRow) + 1).Select(Changed).ToList();
        await register.Register.Log.AppendAsync(keys, Stop);
        var read = new List<ChangedKey>();
        await foreach (var entry in register.Register.Log.ReadAfterAsync(0, Stop)) read.AddRange(entry.Keys);
        Assert.Equal(keys.ToHashSet(), read.ToHashSet());
        Assert.Equal(3, await register.Register.Log.HeadAsync(Stop));
    }

    [Fact]
    public async Task Reading_goes_on_over_the_end_of_a_partition_from_any_position()
    {
        var register = new TestRegister(azurite);
        await register.GetAsync("NONE");
        for (var number = 1; number <= 503; number++) await register.Register.Log.AppendAsync([Changed(number)], Stop);
        foreach (var position in (long[])[0, 1, 497, 498, 499, 500, 502, 503])
        {
            var read = new List<long>();
            await foreach (var entry in register.Register.Log.ReadAfterAsync(position, Stop)) read.Add(entry.Position);
            Assert.Equal(Enumerable.Range((int)position + 1, 503 - (int)position).Select(static each => (long)each), read);
        }

        Assert.Equal(503, await new ChangeLog(register.Tables, register.Names).HeadAsync(Stop));
    }

    private static ChangedKey Changed(int number) => new(ProjectKey.Of(Partner, Reference($"R{number}")), number + 1);
}
