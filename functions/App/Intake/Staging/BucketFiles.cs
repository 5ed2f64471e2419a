using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake.Staging;

/// <summary>
/// The projects of a file, spread over temporary files by bucket while the file is read, so that memory does not grow with it. A file with
/// few projects never leaves memory and becomes one part; a larger one becomes <see cref="Parts"/>.
/// </summary>
internal sealed class BucketFiles : IAsyncDisposable
{
    public const int Parts = 16;
    private const int Few = 1_000;
    private const int FewBytes = 8 * 1_024 * 1_024;
    private const int BucketsOfPart = ProjectKey.Buckets / Parts;

    private readonly List<(int Bucket, byte[] Frame)> _few = [];
    private readonly FileStream?[] _buckets = new FileStream?[ProjectKey.Buckets];
    private long _fewBytes;
    private bool _many;

    public void Add(StagedProject project)
    {
        var bucket = project.Incoming.Key.Bucket;
        var frame = project.Frame();
        if (_many)
        {
            Bucket(bucket).Write(frame);
            return;
        }

        _few.Add((bucket, frame));
        _fewBytes += frame.Length;
        if (_few.Count <= Few && _fewBytes <= FewBytes) return;
        _many = true;
        foreach (var (of, early) in _few) Bucket(of).Write(early);
        _few.Clear();
    }

    /// <summary>Uploads the parts, each with its buckets one after another, and says how many there are; parts without projects are left out.</summary>
    public async Task<int> UploadAsync(StagingArea staging, string upload, CancellationToken cancellation)
    {
        if (!_many)
        {
            foreach (var (bucket, frame) in _few) Bucket(bucket).Write(frame);
            await UploadAsync(staging, StagingArea.Part(upload, 0), 0, ProjectKey.Buckets, cancellation);
            return 1;
        }

        for (var first = 0; first < ProjectKey.Buckets; first += BucketsOfPart)
            await UploadAsync(staging, StagingArea.Part(upload, first), first, BucketsOfPart, cancellation);
        return Parts;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bucket in _buckets)
            if (bucket is not null) await bucket.DisposeAsync();
    }

    private async Task UploadAsync(StagingArea staging, string name, int first, int count, CancellationToken cancellation)
    {
        await using var joined = TemporaryFile.Create();
        for (var bucket = first; bucket < first + count; bucket++)
        {
            if (_buckets[bucket] is not { } file) continue;
            file.Position = 0;
            await file.CopyToAsync(joined, cancellation);
        }

        if (joined.Length == 0) return;
        joined.Position = 0;
        await staging.UploadAsync(name, joined, cancellation);
    }

    private FileStream Bucket(int bucket) => _buckets[bucket] ??= TemporaryFile.Create();
}
