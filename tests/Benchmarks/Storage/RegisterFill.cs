using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Projects;

namespace ParisPact.Benchmarks.Storage;

/// <summary>Merges projects into a register by parts, as an upload does.</summary>
internal static class RegisterFill
{
    /// <summary>The parts of an upload, all of which are merged at once.</summary>
    public const int Parts = BucketFiles.Parts;

    /// <summary>How many requests of an upload are under way at most.</summary>
    public const int Clients = Parts * ProjectRows.Lanes;

    private const int BucketsOfPart = ProjectKey.Buckets / Parts;

    /// <param name="projects">Of one partner.</param>
    public static Task MergeAsync(Register register, IReadOnlyList<Project> projects, string upload, DateTimeOffset at)
    {
        var origin = new ChangeOrigin(upload, "benchmark", false, at, at);
        var parts = projects
            .Select((project, index) => (Key: ProjectKey.Of(project.Partner, project.Reference), Incoming: Incoming.Of(project, null, index + 2)))
            .GroupBy(static entry => entry.Key.Bucket / BucketsOfPart)
            .Select(part => new MergeRequest(
                projects[0].Partner,
                origin,
                part.Key * BucketsOfPart,
                ((part.Key + 1) * BucketsOfPart) - 1,
                [.. part.OrderBy(static entry => entry.Key).Select(static entry => entry.Incoming)],
                WithdrawOthers: false,
                new HashSet<UInt128>(),
                DryRun: false));
        return Task.WhenAll(parts.Select(part => Task.Run(() => register.MergeAsync(part, CancellationToken.None))));
    }
}
