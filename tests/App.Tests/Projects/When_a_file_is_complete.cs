using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_a_file_is_complete(AzuriteServer azurite)
{
    [Fact]
    public async Task What_it_leaves_out_is_withdrawn_with_its_history_kept()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A"), Project("B"), Project("C"));
        var result = await register.MergeAsync(Upload("u2", 2), complete: true, [Project("B")]);
        Assert.Equal(["B", "A", "C"], [result.Records[0].Reference!, .. result.Records.Skip(1).Select(static record => record.Reference!).Order()]);
        Assert.Equal([Outcome.Unchanged, Outcome.Withdrawn, Outcome.Withdrawn], result.Records.Select(static record => record.Outcome));
        var stored = (await register.GetAsync("A"))!;
        Assert.Equal((true, 2), (stored.Withdrawn, stored.Version));
        Assert.Equal(new FieldChange("withdrawn", "no", "yes"), Assert.Single((await register.HistoryAsync("A"))[0].Changes));
        var again = await register.MergeAsync(Upload("u3", 3), complete: true, [Project("B")]);
        Assert.Single(again.Records);
    }

    [Fact]
    public async Task What_it_refuses_is_kept()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A"), Project("B"));
        var request = Request(Upload("u2", 2), true, [Project("B")]) with { Named = new HashSet<UInt128> { ProjectKey.FingerprintOf(Reference("a")) } };
        var result = await register.Register.MergeAsync(request, Stop);
        Assert.Single(result.Records);
        Assert.False((await register.GetAsync("A"))!.Withdrawn);
    }

    /// <summary>Wherever the process that renames ends, and whichever part comes first.</summary>
    [Fact]
    public async Task What_another_part_names_by_a_former_reference_is_kept_however_far_the_rename_is()
    {
        for (var at = 1; at <= 9; at++)
        {
            foreach (var presentFirst in (bool[])[true, false])
            {
                var fault = new Fault(at, afterwards: true);
                var register = new TestRegister(azurite);
                await register.MergeAsync(Upload("u1", 1), Project("OLD"));
                var renaming = new TestRegister(azurite, register.Names.Prefix, fault);
                await renaming.GetAsync("OLD");
                fault.IsArmed = true;
                await Record.ExceptionAsync(() => renaming.Register.RenameAsync(TestRegister.Partner, Reference("OLD"), Reference("NEW"), Hand(2), null, Stop));
                var former = PartOf("OLD", [Project("OLD")]);
                var present = PartOf("NEW", []);
                var results = new List<MergeResult>();
                foreach (var part in (MergeRequest[])(presentFirst ? [present, former] : [former, present])) results.Add(await register.Register.MergeAsync(part, Stop));
                Assert.Equal([Outcome.Unchanged], results.SelectMany(static result => result.Records).Select(static record => record.Outcome));
                Assert.False((await register.GetAsync("OLD"))!.Withdrawn);
            }
        }

        static MergeRequest PartOf(string reference, IReadOnlyList<Project> projects)
        {
            var bucket = ProjectKey.Of(TestRegister.Partner, Reference(reference)).Bucket;
            return Request(Upload("u2", 3), true, projects) with { FirstBucket = bucket, LastBucket = bucket, Named = new HashSet<UInt128> { ProjectKey.FingerprintOf(Reference("OLD")) } };
        }
    }

    [Fact]
    public async Task Projects_of_other_partners_are_not_touched_however_alike_their_names()
    {
        var register = new TestRegister(azurite);
        var (one, other) = (PartnerId.Parse("ab-1"), PartnerId.Parse("ab"));
        await register.MergeAsync(Upload("u1", 1), [.. Enumerable.Range(0, 200).Select(number => Project($"P{number}", partner: one))]);
        var result = await register.MergeAsync(Upload("u2", 2), complete: true, [Project("Q", partner: other)]);
        Assert.Single(result.Records);
        var there = 0;
        await foreach (var project in register.Register.ScanAsync(one, Stop)) there += project.Withdrawn ? 0 : 1;
        Assert.Equal(200, there);
    }

    [Fact]
    public async Task What_a_newer_file_has_is_not_withdrawn_and_this_is_said()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u3", 3), Project("A"));
        var result = await register.MergeAsync(Upload("u2", 4, 2), complete: true, [Project("B")]);
        Assert.Equal("file.older", Assert.Single(result.Problems).Rule);
        Assert.False((await register.GetAsync("A"))!.Withdrawn);
    }

    [Fact]
    public async Task A_withdrawn_project_that_comes_again_is_revived()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), Project("A"));
        await register.MergeAsync(Upload("u2", 2), complete: true, [Project("B")]);
        var result = await register.MergeAsync(Upload("u3", 3), Project("A"));
        Assert.Equal(Outcome.Updated, result.Records[0].Outcome);
        Assert.Equal(new FieldChange("withdrawn", "yes", "no"), Assert.Single(result.Records[0].Changes));
        Assert.False((await register.GetAsync("A"))!.Withdrawn);
    }
}
