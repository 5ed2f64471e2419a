using Microsoft.Extensions.Options;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions;
using ParisPact.Functions.Intake;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Tests.Projects;
using static ParisPact.Tests.Projects.TestRegister;

namespace ParisPact.Tests.Intake;

public sealed class When_a_project_is_renamed_while_a_complete_file_is_taken_in(AzuriteServer azurite)
{
    /// <summary>One more than become a single part.</summary>
    private const int Many = 1_001;

    private const string Old = "P-1";

    private static readonly int Room = ProjectKey.Buckets / BucketFiles.Parts;

    /// <summary>A reference that lies in another part than the project's first one.</summary>
    private static readonly string New = Enumerable.Range(1, 1_000).Select(static number => $"NEW-{number}").First(static reference => PartOf(reference) != PartOf(Old));

    /// <param name="fileHours">Before the rename, or after it where the store's clock is ahead of the host's.</param>
    [Theory, InlineData(2), InlineData(4)]
    public async Task It_is_neither_withdrawn_nor_said_to_be_left_out(double fileHours)
    {
        var (register, intake) = await StagedAsync(fileHours);
        await RenameAsync(register);
        foreach (var dryRun in (bool[])[true, false, false])
        {
            var (counts, rules) = await intake.MergeAsync(dryRun);
            Assert.Equal(new ReceiptCounts(0, 0, Many, 0, 0), counts);
            Assert.Equal(["reference.renamed"], rules);
        }

        var stored = (await register.GetAsync(New))!;
        Assert.Equal((New, 2, false), (stored.Project.Reference.AsWritten, stored.Version, stored.Withdrawn));
    }

    [Fact]
    public async Task It_is_not_withdrawn_where_the_part_of_its_record_was_merged_before()
    {
        var (register, intake) = await StagedAsync(fileHours: 4);
        await intake.MergeAsync(PartOf(Old), dryRun: false);
        await RenameAsync(register);
        var present = await intake.MergeAsync(PartOf(New), dryRun: false);
        Assert.Equal(0, present.Counts.Withdrawn);
        Assert.Empty(present.Rules);
        Assert.False((await register.GetAsync(New))!.Withdrawn);
    }

    [Fact]
    public async Task A_part_that_is_repeated_when_the_staging_area_was_cleared_withdraws_nothing()
    {
        var (register, intake) = await StagedAsync(fileHours: 4);
        await intake.MergeAsync(dryRun: false);
        await intake.ClearAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => intake.MergeAsync(PartOf(Old), dryRun: false));
        Assert.False((await register.GetAsync(Old))!.Withdrawn);
    }

    private static int PartOf(string reference) => ProjectKey.Of(Partner, Reference(reference)).Bucket / Room;

    private static async Task RenameAsync(TestRegister register) =>
        Assert.IsType<ChangeResult.Updated>(await register.Register.RenameAsync(Partner, Reference(Old), Reference(New), Hand(3), null, Stop));

    /// <summary>A register with many projects, and a file that holds the same ones and has just been read.</summary>
    private async Task<(TestRegister Register, Intake Intake)> StagedAsync(double fileHours)
    {
        var register = new TestRegister(azurite);
        Project[] projects = [.. Enumerable.Range(1, Many).Select(static number => Project($"P-{number}"))];
        await register.MergeAsync(Upload("u1", 1), projects);
        var intake = new Intake(register, Start.AddHours(fileHours));
        await intake.StageAsync(projects);
        return (register, intake);
    }

    /// <summary>The steps of an intake between the reading of a file and its receipt.</summary>
    private sealed class Intake
    {
        private readonly Upload _upload;
        private readonly TestRegister _register;
        private readonly StagingArea _staging;
        private readonly UploadBook _book;
        private readonly MergePart _merge;

        public Intake(TestRegister register, DateTimeOffset fileTime)
        {
            _upload = new Upload(new string('a', UploadId.Length), $"{Partner}/all.csv", "1", 1, UploadMode.Complete, false, null, "tester", false, fileTime, Start.AddHours(2));
            var storage = new Storage(register.Blobs, register.Tables, register.Names);
            (_register, _staging, _book) = (register, new StagingArea(storage), new UploadBook(storage, new UploadsAtWork(storage)));
            _merge = new MergePart(_book, register.Register, _staging, Options.Create(new Settings()));
        }

        public async Task StageAsync(IReadOnlyList<Project> projects)
        {
            Assert.True(await _book.AddAsync(_upload, Stop));
            await using var stage = new StagedReading(_upload.Id, 10, complete: true, await _register.Register.RenamedAsync(Partner, Stop));
            foreach (var (index, project) in projects.Index()) await stage.AddAsync(new RecordRead(project.Reference.AsWritten, new Position(null, index + 2), project, []));
            Assert.Equal(BucketFiles.Parts, await stage.UploadAsync(_staging, Stop));
        }

        public Task<PartMerged> MergeAsync(int part, bool dryRun) =>
            _merge.Run(new UploadPart(_upload.Id, part * Room, ((part + 1) * Room) - 1, dryRun), Stop);

        public async Task<(ReceiptCounts Counts, IEnumerable<string> Rules)> MergeAsync(bool dryRun)
        {
            var merged = new List<PartMerged>();
            for (var part = 0; part < BucketFiles.Parts; part++) merged.Add(await MergeAsync(part, dryRun));
            return (merged.Aggregate(default(ReceiptCounts), static (sum, part) => sum + part.Counts), merged.SelectMany(static part => part.Rules).Select(static count => count.Rule));
        }

        public Task ClearAsync() => _staging.DeleteAsync(_upload.Id, Stop);
    }
}
