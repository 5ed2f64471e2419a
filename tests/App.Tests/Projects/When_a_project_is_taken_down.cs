using System.Text;
using Azure.Data.Tables;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_a_project_is_taken_down(AzuriteServer azurite)
{
    private const string Secret = "SECRETMARK";

    private static async Task<TestRegister> TakenDownAsync(AzuriteServer azurite)
    {
        var register = new TestRegister(azurite);
        var noise = new Random(1);
        var large = string.Concat(Enumerable.Range(0, 1_300_000).Select(_ => (char)noise.Next('0', 'z')));
        await register.MergeAsync(Upload("u1", 1), Project($"{Secret}-1", $"{Secret} one") with { Descriptions = [new Description(1, [new Narrative(large)])] }, Project("B"));
        for (var version = 2; version <= 6; version++) await register.MergeAsync(Upload($"u{version}", version), Project($"{Secret}-1", $"{Secret} {version}"));
        await register.Register.RenameAsync(Partner, Reference($"{Secret}-1"), Reference($"{Secret}-2"), Hand(7), null, Stop);
        Assert.Equal(1, await BlobsAsync(register));
        Assert.IsType<TakedownResult.Done>(await register.Register.TakeDownAsync(Partner, Reference($"{Secret}-1"), "secretariat", Start.AddHours(8), "endangers people", Stop));
        return register;
    }

    [Fact]
    public async Task Nothing_of_it_is_left_in_any_table_or_container()
    {
        var register = await TakenDownAsync(azurite);
        Assert.Null(await register.GetAsync($"{Secret}-1"));
        Assert.Null(await register.GetAsync($"{Secret}-2"));
        Assert.Equal(0, await BlobsAsync(register));
        var secrets = new[] { Secret, Reference($"{Secret}-1").Id, Reference($"{Secret}-2").Id, Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)) };
        foreach (var table in (string[])["Projects", "Versions", "Changes", "Takedowns", "Aliases"])
            await foreach (var entity in register.Tables.GetTableClient(register.Names.Table(table)).QueryAsync<TableEntity>(cancellationToken: Stop))
                foreach (var (name, value) in entity)
                {
                    var text = value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{value}";
                    Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
                    Assert.False(table == "Versions", "A version is left.");
                }
    }

    [Fact]
    public async Task The_fact_is_kept_and_readers_of_the_log_are_told()
    {
        var register = await TakenDownAsync(azurite);
        var facts = new List<Takedown>();
        await foreach (var fact in register.Register.TakedownsAsync(Partner, Stop)) facts.Add(fact);
        Assert.Equal(("secretariat", "endangers people", Start.AddHours(8)), (facts.Single().By, facts.Single().Reason, facts.Single().At));
        Assert.Equal(["u1", "u2", "u3", "u4", "u5", "u6"], facts[0].Uploads.Order());
        var last = default(LogEntry);
        await foreach (var entry in register.Register.Log.ReadAfterAsync(0, Stop)) last = entry;
        Assert.Contains(new ChangedKey(ProjectKey.Of(Partner, Reference($"{Secret}-2")), 0), last!.Keys);
        Assert.Empty(await register.Register.GetManyAsync([.. last.Keys.Select(static changed => changed.Key)], Stop));
    }

    [Fact]
    public async Task Its_references_stay_blocked_until_that_is_lifted()
    {
        var register = await TakenDownAsync(azurite);
        var refused = await register.MergeAsync(Upload("u9", 9), Project($"{Secret}-1"), Project($"{Secret}-2"), Project("C"));
        Assert.Equal([Outcome.Rejected, Outcome.Rejected, Outcome.Created], refused.Records.Select(static record => record.Outcome));
        Assert.All(refused.Problems, static problem => Assert.Equal(("project.taken-down", Severity.Error), (problem.Rule, problem.Severity)));
        Assert.IsType<ChangeResult.TakenDown>(await register.Register.PutAsync(Project($"{Secret}-2"), Hand(9), null, false, Stop));
        Assert.IsType<ChangeResult.TakenDown>(await register.Register.RenameAsync(Partner, Reference("B"), Reference($"{Secret}-1"), Hand(9), null, Stop));
        Assert.IsType<TakedownResult.Already>(await register.Register.TakeDownAsync(Partner, Reference($"{Secret}-2"), "secretariat", Start.AddHours(9), null, Stop));

        Assert.Equal("secretariat", (await register.Register.LiftTakedownAsync(Partner, Reference($"{Secret}-2"), "secretariat", Start.AddHours(10), Stop))!.LiftedBy);
        Assert.Null(await register.Register.LiftTakedownAsync(Partner, Reference($"{Secret}-2"), "secretariat", Start.AddHours(10), Stop));
        var allowed = await register.MergeAsync(Upload("u11", 11), Project($"{Secret}-1"), Project($"{Secret}-2"));
        Assert.Equal([Outcome.Created, Outcome.Created], allowed.Records.Select(static record => record.Outcome));
        Assert.Single(await register.HistoryAsync($"{Secret}-2"));
    }

    [Fact]
    public async Task An_unknown_project_is_not_found()
    {
        var register = new TestRegister(azurite);
        Assert.IsType<TakedownResult.NotFound>(await register.Register.TakeDownAsync(Partner, Reference("X"), "secretariat", Start, null, Stop));
    }

    [Fact]
    public async Task One_that_is_changed_and_renamed_in_the_same_moment_is_taken_down_all_the_same()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("OLD"));
        var quicker = new Between("Takedowns", async () =>
        {
            await register.MergeAsync(Upload("u2", 2), Project("OLD", "Changed"));
            Assert.IsType<ChangeResult.Updated>(await register.Register.RenameAsync(Partner, Reference("OLD"), Reference("NEW"), Hand(3), null, Stop));
        });
        var slower = new TestRegister(azurite, register.Names.Prefix, quicker);
        var done = Assert.IsType<TakedownResult.Done>(await slower.Register.TakeDownAsync(Partner, Reference("OLD"), "secretariat", Start.AddHours(4), null, Stop));
        Assert.Equal(["u1", "u2"], done.Fact.Uploads.Order());
        Assert.Null(await register.GetAsync("NEW"));
        Assert.Equal((0, 0), (await register.CountAsync("Versions"), await register.CountAsync("Aliases")));
        foreach (var reference in (string[])["OLD", "NEW"])
            Assert.IsType<ChangeResult.TakenDown>(await register.Register.PutAsync(Project(reference), Hand(5), null, false, Stop));
    }

    [Fact]
    public async Task The_sweep_removes_what_a_change_in_flight_wrote_afterwards()
    {
        var register = await TakenDownAsync(azurite);
        var key = ProjectKey.Of(Partner, Reference($"{Secret}-2"));
        var late = ProjectEntity.VersionOf(new ProjectRow { Key = key, Version = 7, Origin = Hand(7), Payload = [0, 1, 2] });
        await register.Tables.GetTableClient(register.Names.Table("Versions")).AddEntityAsync(late, Stop);
        Assert.Equal(1, await register.Register.SweepAsync(Start.AddHours(20), Stop));
        Assert.Equal(0, await register.CountAsync("Versions"));
        Assert.Equal(0, await register.Register.SweepAsync(Start.AddHours(20), Stop));
    }

    [Fact]
    public async Task A_sweep_does_not_undo_that_it_is_lifted_in_the_same_moment()
    {
        var register = await TakenDownAsync(azurite);
        var quicker = new Between("Aliases", async () =>
        {
            Assert.NotNull(await register.Register.LiftTakedownAsync(Partner, Reference($"{Secret}-2"), "secretariat", Start.AddHours(10), Stop));
            await register.MergeAsync(Upload("u11", 11), Project($"{Secret}-2", "Again"), Project($"{Secret}-1", "Another"));
        });
        var sweeper = new TestRegister(azurite, register.Names.Prefix, quicker);
        for (var sweeps = 0; sweeps < 2; sweeps++) await sweeper.Register.SweepAsync(Start.AddHours(20), Stop);
        Assert.Equal("secretariat", (await FactAsync(register)).LiftedBy);
        Assert.Equal(("Another", "Again"), ((await register.GetAsync($"{Secret}-1"))?.Project.Title, (await register.GetAsync($"{Secret}-2"))?.Project.Title));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_lift_that_a_crash_cuts_short_is_done_or_not_but_not_by_half(bool afterwards)
    {
        for (var at = 1; ; at++)
        {
            var register = new TestRegister(azurite);
            await register.MergeAsync(Upload("u1", 1), Project("OLD"));
            await register.Register.RenameAsync(Partner, Reference("OLD"), Reference("NEW"), Hand(2), null, Stop);
            await register.Register.TakeDownAsync(Partner, Reference("NEW"), "secretariat", Start.AddHours(3), null, Stop);
            var fault = new Fault(at, afterwards) { IsArmed = true };
            var crashing = new TestRegister(azurite, register.Names.Prefix, fault);
            var lifting = await Record.ExceptionAsync(() => crashing.Register.LiftTakedownAsync(Partner, Reference("OLD"), "secretariat", Start.AddHours(4), Stop));
            for (var sweeps = 0; sweeps < 2; sweeps++) await register.Register.SweepAsync(Start.AddHours(20), Stop);
            var isLifted = (await FactAsync(register)).LiftedAt is not null;
            foreach (var reference in (string[])["OLD", "NEW"]) Assert.Equal(isLifted, await register.Register.BlockingAsync(Partner, Reference(reference), Stop) is null);
            if (lifting is not null) continue;
            Assert.True(isLifted && at > 3);
            return;
        }
    }

    [Fact]
    public async Task Two_who_take_it_down_at_once_leave_one_fact()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A"));
        var quicker = new Between("Takedowns", () => register.Register.TakeDownAsync(Partner, Reference("A"), "first", Start.AddHours(2), null, Stop));
        var slower = new TestRegister(azurite, register.Names.Prefix, quicker);
        var result = Assert.IsType<TakedownResult.Already>(await slower.Register.TakeDownAsync(Partner, Reference("A"), "second", Start.AddHours(3), null, Stop));
        Assert.Equal("first", result.Fact.By);
        Assert.Equal("first", (await FactAsync(register)).By);
        Assert.NotNull(await register.Register.LiftTakedownAsync(Partner, Reference("A"), "secretariat", Start.AddHours(4), Stop));
        Assert.Null(await register.Register.BlockingAsync(Partner, Reference("A"), Stop));
    }

    private static async Task<Takedown> FactAsync(TestRegister register)
    {
        var facts = new List<Takedown>();
        await foreach (var fact in register.Register.TakedownsAsync(Partner, Stop)) facts.Add(fact);
        return Assert.Single(facts);
    }

    private static async Task<int> BlobsAsync(TestRegister register)
    {
        var count = 0;
        await foreach (var _ in register.Blobs.GetBlobContainerClient(register.Names.Container("payloads")).GetBlobsAsync(cancellationToken: Stop)) count++;
        return count;
    }
}
