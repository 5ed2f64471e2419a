using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

/// <summary>Each test ends the process at every writing request in turn, before it and after it.</summary>
public sealed class When_the_process_ends_in_the_middle(AzuriteServer azurite)
{
    /// <summary>Projects of three partitions, so that a few requests do everything.</summary>
    private static readonly string[] References =
        [.. Enumerable.Range(0, 3000).Select(static number => $"R{number}").Where(static reference => ProjectKey.Of(Partner, Reference(reference)).Bucket is 5 or 6 or 7).Take(7)];

    [Fact]
    public async Task A_merge_that_runs_again_ends_with_the_same_register_log_and_words()
    {
        IReadOnlyList<Project> file = [.. References.Skip(1).Select(static (reference, index) => Project(reference, index % 3 == 0 ? "First" : "Second"))];
        var request = Request(Upload("u2", 2), complete: true, file) with { FirstBucket = 5, LastBucket = 7 };
        await EveryCrashAsync(
            register => register.MergeAsync(Upload("u1", 1), [.. References.Take(5).Select(static reference => Project(reference, "First"))]),
            async register => Samples.Text(await register.Register.MergeAsync(request, Stop)),
            expectSweepToFinish: false);
    }

    [Fact]
    public async Task A_take_back_that_runs_again_ends_with_the_same_register_log_and_words()
    {
        var request = new TakeBackRequest(Partner, "u2", Hand(3), 5, 7, false);
        await EveryCrashAsync(
            async register =>
            {
                await register.MergeAsync(Upload("u1", 1), [.. References.Take(4).Select(static reference => Project(reference, "First"))]);
                await register.MergeAsync(Upload("u2", 2), [.. References.Select(static reference => Project(reference, "Second"))]);
            },
            async register => string.Join('\n', Assert.IsType<TakeBackResult.Done>(await register.Register.TakeBackAsync(request, Stop)).Records.Select(static record => $"{record.Reference} {record.Outcome} {string.Join(", ", record.Changes)}")),
            expectSweepToFinish: false);
    }

    [Fact]
    public async Task A_rename_is_finished_by_the_sweep_or_has_not_begun()
    {
        await EveryCrashAsync(
            async register =>
            {
                await register.MergeAsync(Upload("u1", 1), Project("OLD", "First"));
                await register.MergeAsync(Upload("u2", 2), Project("OLD", "Second"));
            },
            async register =>
            {
                await register.Register.RenameAsync(Partner, Reference("OLD"), Reference("NEW"), Hand(3), null, Stop);
                return (await register.GetAsync("OLD"))!.Project.Reference.AsWritten;
            },
            expectSweepToFinish: true);
    }

    [Fact]
    public async Task A_takedown_is_finished_by_the_sweep_or_has_not_begun()
    {
        await EveryCrashAsync(
            async register =>
            {
                for (var number = 1; number <= 5; number++) await register.MergeAsync(Upload($"u{number}", number), Project("A", $"Title {number}"), Project("B"));
                await register.Register.RenameAsync(Partner, Reference("A"), Reference("C"), Hand(6), null, Stop);
            },
            async register =>
            {
                await register.Register.TakeDownAsync(Partner, Reference("A"), "secretariat", Start.AddHours(7), null, Stop);
                return $"{await register.CountAsync("Versions")} {await register.CountAsync("Aliases")}";
            },
            expectSweepToFinish: true);
    }

    private async Task EveryCrashAsync(Func<TestRegister, Task> before, Func<TestRegister, Task<string>> act, bool expectSweepToFinish)
    {
        var undisturbed = new TestRegister(azurite, fault: null);
        await before(undisturbed);
        var untouched = await undisturbed.SnapshotAsync();
        var counted = new Fault(0, false);
        var words = await act(await ArmedAsync(undisturbed, counted));
        var expected = await undisturbed.SnapshotAsync();
        var logged = await undisturbed.LoggedAsync();
        Assert.InRange(counted.Writes, 6, 25);
        var cases = from at in Enumerable.Range(1, counted.Writes) from afterwards in (bool[])[false, true] select (at, afterwards);
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 3, CancellationToken = Stop }, async (each, _) =>
        {
            var register = new TestRegister(azurite);
            await before(register);
            var head = await register.Register.Log.HeadAsync(Stop);
            var old = await register.VersionsAsync();
            var fault = new Fault(each.at, each.afterwards);
            var dying = await ArmedAsync(register, fault);
            await Assert.ThrowsAnyAsync<Exception>(() => act(dying));
            Assert.True(fault.HasHappened);
            await register.ExpectTrueManifestsAsync();

            await register.Register.SweepAsync(register.Clock.GetUtcNow().AddDays(1), Stop);
            var swept = await register.SnapshotAsync();
            if (expectSweepToFinish) Assert.True(swept == untouched || swept == expected, $"Left half done at {each}: {swept}");
            var seen = await register.LoggedAsync(head);
            foreach (var (key, version) in await register.VersionsAsync())
                if (old.GetValueOrDefault(key) != version) Assert.Contains(key, seen);
            Assert.Equal(0, await register.CountAsync("Changes", "PartitionKey eq 'intent'"));

            Assert.Equal(words, await act(register));
            Assert.Equal(expected, await register.SnapshotAsync());
            Assert.Equal(logged, await register.LoggedAsync());
            await register.ExpectTrueManifestsAsync();
        });
    }

    /// <summary>Another process on the same store, which has found its tables before it is disturbed.</summary>
    private async Task<TestRegister> ArmedAsync(TestRegister store, Fault fault)
    {
        var process = new TestRegister(azurite, store.Names.Prefix, fault);
        await process.GetAsync("NONE");
        fault.IsArmed = true;
        return process;
    }
}
