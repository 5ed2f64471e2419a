using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Time.Testing;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;

namespace ParisPact.Tests.Projects;

/// <summary>A register of its own on the emulator, and short ways to say what comes in.</summary>
internal sealed class TestRegister
{
    public static readonly PartnerId Partner = PartnerId.Parse("sample-partner");

    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public TestRegister(AzuriteServer azurite, string? prefix = null, HttpPipelinePolicy? fault = null)
    {
        Names = new StorageNames(prefix ?? AzuriteServer.Prefix());
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        var blobOptions = new BlobClientOptions { Retry = { MaxRetries = 0 } };
        if (fault is not null)
        {
            options.AddPolicy(fault, HttpPipelinePosition.PerCall);
            blobOptions.AddPolicy(fault, HttpPipelinePosition.PerCall);
        }

        Tables = new TableServiceClient(azurite.Connection, options);
        Blobs = new BlobServiceClient(azurite.Connection, blobOptions);
        Register = new Register(Tables, Blobs, Names, Clock);
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public StorageNames Names { get; }

    public TableServiceClient Tables { get; }

    public BlobServiceClient Blobs { get; }

    public Register Register { get; }

    public FakeTimeProvider Clock { get; } = new(Start.AddDays(1000));

    public static ProjectReference Reference(string text) => ProjectReference.From(text)!;

    public static Project Project(string reference, string title = "Border posts", PartnerId? partner = null) => new()
    {
        Partner = partner ?? Partner,
        Reference = Reference(reference),
        Titles = [new Narrative(title)],
    };

    /// <summary>An upload that began so many hours after the start, of a file of the same time.</summary>
    public static ChangeOrigin Upload(string id, double hours, double? fileHours = null) =>
        new(id, "tester", false, Start.AddHours(hours), Start.AddHours(fileHours ?? hours));

    public static ChangeOrigin Hand(double hours, string? reason = null) => ChangeOrigin.ByHand("tester", true, Start.AddHours(hours), reason);

    public Task<MergeResult> MergeAsync(ChangeOrigin origin, params IReadOnlyList<Project> projects) => MergeAsync(origin, false, projects);

    public Task<MergeResult> MergeAsync(ChangeOrigin origin, bool complete, IReadOnlyList<Project> projects, bool dryRun = false) =>
        Register.MergeAsync(Request(origin, complete, projects, dryRun), Stop);

    public static MergeRequest Request(ChangeOrigin origin, bool complete, IReadOnlyList<Project> projects, bool dryRun = false) => new(
        projects.Count > 0 ? projects[0].Partner : Partner,
        origin,
        0,
        ProjectKey.Buckets - 1,
        [.. projects.Select(static (project, index) => Incoming.Of(project, null, index + 2))],
        complete,
        new HashSet<UInt128>(),
        dryRun);

    public Task<StoredProject?> GetAsync(string reference) => Register.GetAsync(Partner, Reference(reference), Stop);

    public async Task<IReadOnlyList<ProjectVersion>> HistoryAsync(string reference) =>
        (await Register.HistoryAsync(Partner, Reference(reference), null, 100, Stop))?.Versions ?? [];

    /// <summary>Everything that a look-up, a history and a log reader would see, as comparable text.</summary>
    public async Task<string> SnapshotAsync()
    {
        var lines = new List<string>();
        await foreach (var project in Register.ScanAsync(Stop))
        {
            lines.Add($"{project.Key.Partition} {project.Project.Reference} v{project.Version} {(project.Withdrawn ? "withdrawn" : "there")} {project.Project.Title} {project.Origin.Upload} line {project.Line} {project.Origin.FileTime:s}");
            foreach (var version in (await Register.HistoryAsync(project.Project.Partner, project.Project.Reference, null, 100, Stop))!.Versions)
                lines.Add($"  {version.Number} {version.Project.Title} {version.Origin.Upload} {string.Join(", ", version.Changes.Select(static change => $"{change.Field}: {change.From} > {change.To}"))}");
        }

        return string.Join('\n', lines);
    }

    /// <summary>Every partition with rows has a manifest, which tells of its projects just what their rows say, and of nothing else.</summary>
    /// <param name="mayLeaveOut">Some may not be told of, so that their rows must be asked.</param>
    public async Task ExpectTrueManifestsAsync(bool mayLeaveOut = false)
    {
        var partitions = new Dictionary<string, (Manifest Manifest, int Told, List<ProjectRow> Rows)>();
        await foreach (var entity in Tables.GetTableClient(Names.Table("Projects")).QueryAsync<TableEntity>(cancellationToken: Stop))
        {
            if (entity.RowKey == Manifest.RowKey) partitions[entity.PartitionKey] = (Manifest.From(entity), TableBytes.Get(entity, "Entries").Length / 48, []);
            else Assert.Contains(entity.PartitionKey, partitions.Keys);
            if (entity.RowKey != Manifest.RowKey) partitions[entity.PartitionKey].Rows.Add(ProjectEntity.From(entity));
        }

        foreach (var (manifest, told, rows) in partitions.Values)
        {
            var projects = rows.Where(static row => row.Kind == RowKind.Project).ToList();
            if (!mayLeaveOut) Assert.Equal(projects.Count, told);
            foreach (var row in projects)
            {
                var file = manifest.Says(row.Key, row.Hash, DateTimeOffset.MaxValue);
                if (row.Withdrawn || row.Move is not null) Assert.Null(file);
                else if (!mayLeaveOut || file is not null) Assert.Equal(manifest.Newest(row), file);
                Assert.Null(manifest.Says(row.Key, row.Hash, row.Origin.At));
                Assert.Null(manifest.Says(row.Key, new byte[16], DateTimeOffset.MaxValue));
            }
        }
    }

    public async Task<Dictionary<ProjectKey, int>> VersionsAsync()
    {
        var versions = new Dictionary<ProjectKey, int>();
        await foreach (var project in Register.ScanAsync(Stop)) versions[project.Key] = project.Version;
        return versions;
    }

    /// <summary>The keys that the log names behind a position; its entries must follow each other without gaps.</summary>
    public async Task<HashSet<ProjectKey>> LoggedAsync(long position = 0)
    {
        var keys = new HashSet<ProjectKey>();
        await foreach (var entry in Register.Log.ReadAfterAsync(position, Stop))
        {
            Assert.Equal(++position, entry.Position);
            foreach (var changed in entry.Keys) keys.Add(changed.Key);
        }

        return keys;
    }

    public async Task<int> CountAsync(string table, string? filter = null)
    {
        var count = 0;
        await foreach (var _ in Tables.GetTableClient(Names.Table(table)).QueryAsync<TableEntity>(filter, cancellationToken: Stop)) count++;
        return count;
    }
}
