using Microsoft.Extensions.Options;
using ParisPact.Domain.Intake;
using ParisPact.Functions;
using ParisPact.Functions.Intake;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Tests.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Intake;

public sealed class When_a_project_is_renamed_while_its_file_is_at_work(AzuriteServer azurite)
{
    private const int BucketsOfPart = ProjectKey.Buckets / BucketFiles.Parts;
    private const string Id = "0123456789abcdef";

    private static int FirstBucketOf(string reference) => ProjectKey.Of(Partner, Reference(reference)).Bucket / BucketsOfPart * BucketsOfPart;

    /// <summary>A new reference that lies in another part than the old one.</summary>
    private static string Elsewhere(string old) =>
        Enumerable.Range(0, 1_000).Select(static number => $"NEW-{number}").First(reference => FirstBucketOf(reference) != FirstBucketOf(old));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_complete_file_in_several_parts_does_not_withdraw_it(bool partOfNewReferenceFirst)
    {
        var register = new TestRegister(azurite);
        var renamed = Elsewhere("OLD");
        await register.MergeAsync(Upload("u1", 1), Project("OLD"));
        var (merge, staging) = await WithUploadAsync(register);
        // Read before the rename, so staged under the reference of then.
        await staging.UploadAsync(StagingArea.Part(Id, FirstBucketOf("OLD")), new MemoryStream(new StagedProject(0, Incoming.Of(Project("OLD"), null, 2)).Frame()), Stop);
        Assert.IsType<ChangeResult.Updated>(await register.Register.RenameAsync(Partner, Reference("OLD"), Reference(renamed), Hand(3), null, Stop));

        int[] parts = [FirstBucketOf(renamed), FirstBucketOf("OLD")];
        if (!partOfNewReferenceFirst) Array.Reverse(parts);
        var withdrawn = 0;
        foreach (var first in parts) withdrawn += (await merge.Run(new UploadPart(Id, first, first + BucketsOfPart - 1, DryRun: false), Stop)).Counts.Withdrawn;

        Assert.Equal(0, withdrawn);
        Assert.Equal((2, false), ((await register.GetAsync(renamed))!.Version, (await register.GetAsync(renamed))!.Withdrawn));
    }

    [Fact]
    public async Task One_that_the_file_leaves_out_under_any_reference_is_withdrawn()
    {
        var register = new TestRegister(azurite);
        var renamed = Elsewhere("OLD");
        await register.MergeAsync(Upload("u1", 1), Project("OLD"));
        var (merge, _) = await WithUploadAsync(register);
        Assert.IsType<ChangeResult.Updated>(await register.Register.RenameAsync(Partner, Reference("OLD"), Reference(renamed), Hand(3), null, Stop));
        var first = FirstBucketOf(renamed);
        Assert.Equal(1, (await merge.Run(new UploadPart(Id, first, first + BucketsOfPart - 1, DryRun: false), Stop)).Counts.Withdrawn);
        Assert.True((await register.GetAsync("OLD"))!.Withdrawn);
    }

    private static async Task<(MergePart Merge, StagingArea Staging)> WithUploadAsync(TestRegister register)
    {
        var storage = new Storage(register.Blobs, register.Tables, register.Names);
        var (book, staging) = (new UploadBook(storage), new StagingArea(storage));
        await book.AddAsync(new Upload(Id, $"{Partner.Value}/all.csv", "0x1", 100, UploadMode.Complete, false, null, "tester", false, Start.AddHours(4), Start.AddHours(4)), Stop);
        return (new MergePart(book, register.Register, staging, Options.Create(new Settings())), staging);
    }
}
