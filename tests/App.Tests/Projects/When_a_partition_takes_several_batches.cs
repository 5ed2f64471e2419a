using ParisPact.Domain.Intake;
using ParisPact.Functions.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Projects;

public sealed class When_a_partition_takes_several_batches(AzuriteServer azurite)
{
    /// <summary>Of one bucket: three batches.</summary>
    private static readonly string[] References =
        [.. Enumerable.Range(0, 40_000).Select(static number => $"R{number}").Where(static reference => ProjectKey.Of(Partner, Reference(reference)).Bucket == 5).Take(250)];

    [Fact]
    public async Task Its_manifest_tells_of_all_that_was_made_and_changed()
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), [.. References.Select(static reference => Project(reference, "First"))]);
        await register.ExpectTrueManifestsAsync();
        var result = await register.MergeAsync(Upload("u2", 2), [.. References.Select(static (reference, index) => Project(reference, index < 220 ? "Second" : "First"))]);
        Assert.Equal(220, result.Records.Count(static record => record.Outcome == Outcome.Updated));
        await register.ExpectTrueManifestsAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task It_tells_nothing_that_is_not_so_where_the_process_ends_between_them(int batch)
    {
        var register = new TestRegister(azurite);
        await register.MergeAsync(Upload("u1", 1), [.. References.Select(static reference => Project(reference, "First"))]);
        // Behind the note of the intent and three batches of superseded versions.
        var fault = new Fault(1 + 3 + batch, afterwards: true);
        var dying = new TestRegister(azurite, register.Names.Prefix, fault);
        await dying.GetAsync("NONE");
        fault.IsArmed = true;
        var second = References.Select(static reference => Project(reference, "Second")).ToList();
        await Assert.ThrowsAnyAsync<Exception>(() => dying.MergeAsync(Upload("u2", 2), second));
        Assert.Equal(Math.Min(99 * batch, 250), (await register.VersionsAsync()).Values.Count(static version => version == 2));
        await register.ExpectTrueManifestsAsync(mayLeaveOut: true);

        // Another file with the first words: it must not take for unchanged what was changed already.
        var result = await register.MergeAsync(Upload("u3", 3), [.. References.Select(static reference => Project(reference, "First"))]);
        Assert.Equal(Math.Min(99 * batch, 250), result.Records.Count(static record => record.Outcome == Outcome.Updated));
        await register.ExpectTrueManifestsAsync();
    }
}
