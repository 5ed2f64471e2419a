using CsCheck;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_everything_happens_to_a_few_projects(AzuriteServer azurite)
{
    private enum Act
    {
        Add,
        Complete,
        Put,
        Withdraw,
        Rename,
        TakeDown,
        Lift,
        TakeBack,
    }

    private static readonly Gen<(Act Act, int Reference, int Title)[]> Acts =
        Gen.Select(Gen.Int[0, 7].Select(static act => (Act)act), Gen.Int[0, 3], Gen.Int[0, 2]).Array[1, 12];

    [Fact]
    public async Task The_manifests_tell_what_stands_after_each_of_it() => await Check.SampleAsync(
        Acts,
        async acts =>
        {
            var register = new TestRegister(azurite);
            for (var step = 0; step < acts.Length; step++)
            {
                await DoAsync(register, step, acts[step].Act, acts[step].Reference, $"Title {acts[step].Title}");
                await register.ExpectTrueManifestsAsync();
            }
        },
        iter: 15,
        threads: 2);

    [Fact]
    public async Task All_of_it_at_once_leaves_manifests_that_tell_what_stands()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("first", 0), [.. Enumerable.Range(0, 4).Select(static number => Project($"R{number}"))]);
        var acts = from round in Enumerable.Range(0, 4) from act in Enum.GetValues<Act>() select (Step: 1 + (round * 10) + (int)act, act, Reference: (round + (int)act) % 4);
        await Parallel.ForEachAsync(
            acts,
            new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Stop },
            async (each, _) => await DoAsync(register, each.Step, each.act, each.Reference, $"Title {each.Step}"));
        await register.ExpectTrueManifestsAsync();
    }

    private static async Task DoAsync(TestRegister store, int step, Act act, int reference, string title)
    {
        var (register, of, hour) = (store.Register, Reference($"R{reference}"), step + 1);
        switch (act)
        {
            case Act.Add:
                await store.MergeAsync(Upload($"u{step}", hour), Project($"R{reference}", title), Project($"R{(reference + 1) % 4}", title));
                break;
            case Act.Complete:
                await store.MergeAsync(Upload($"u{step}", hour), complete: true, [Project($"R{reference}", title)]);
                break;
            case Act.Put:
                await register.PutAsync(Project($"R{reference}", title), Hand(hour), null, onlyNew: false, Stop);
                break;
            case Act.Withdraw:
                await register.WithdrawAsync(Partner, of, Hand(hour), null, Stop);
                break;
            case Act.Rename:
                await register.RenameAsync(Partner, of, Reference($"R{(reference + 2) % 4}"), Hand(hour), null, Stop);
                break;
            case Act.TakeDown:
                await register.TakeDownAsync(Partner, of, "secretariat", Start.AddHours(hour), null, Stop);
                break;
            case Act.Lift:
                await register.LiftTakedownAsync(Partner, of, "secretariat", Start.AddHours(hour), Stop);
                break;
            case Act.TakeBack:
                await register.TakeBackAsync(new TakeBackRequest(Partner, $"u{step - 1}", Hand(hour), 0, ProjectKey.Buckets - 1, false), Stop);
                break;
        }
    }
}
