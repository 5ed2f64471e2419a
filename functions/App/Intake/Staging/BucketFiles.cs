using ParisPact.Domain.Projects;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Intake.Staging;

/// <summary>
/// The projects of a file, spread over temporary files by bucket while the file is read, so that memory does not grow with it. A file with
/// few projects never leaves memory and becomes one part; a larger one becomes <see cref="Parts"/>. Packing takes about as long as reading,
/// so some projects are packed while the next ones are read.
/// </summary>
/// <param name="standing">What stands already, which is staged without its content; null where everything is staged whole.</param>
internal sealed class BucketFiles(Task<Standing>? standing = null) : IAsyncDisposable
{
    /// <summary>Each part costs several requests, whatever is in it; fewer would leave less to do side by side.</summary>
    public const int Parts = 8;

    private const int Few = 1_000;
    private const int FewBytes = 8 * 1_024 * 1_024;

    /// <summary>From here on room counts: a host may have no more than some hundred megabytes for temporary files.</summary>
    private const int ManyBytes = 32 * 1_024 * 1_024;

    private const int BucketsOfPart = ProjectKey.Buckets / Parts;
    private const int PackedAtOnce = 256;
    private const int UploadsAtOnce = 4;

    private readonly List<(int Bucket, byte[] Frame)> _few = [];
    private readonly FileStream?[] _buckets = new FileStream?[ProjectKey.Buckets];
    private List<Unpacked> _waiting = new(PackedAtOnce);
    private Task _packing = Task.CompletedTask;
    private long _bytes;
    private bool _many;

    private readonly record struct Unpacked(int Number, string? Sheet, int? Line, Project Project);

    /// <param name="number">As in <see cref="StagedProject"/>.</param>
    public async ValueTask AddAsync(int number, string? sheet, int? line, Project project)
    {
        _waiting.Add(new Unpacked(number, sheet, line, project));
        if (_waiting.Count >= PackedAtOnce) await PackAsync();
    }

    /// <summary>Uploads the parts, each with its buckets one after another, and says how many there are; parts without projects are left out.</summary>
    public async Task<int> UploadAsync(StagingArea staging, string upload, CancellationToken cancellation)
    {
        await PackAsync();
        await _packing;
        if (!_many)
        {
            foreach (var (bucket, frame) in _few) Bucket(bucket).Write(frame);
            await UploadAsync(staging, StagingArea.Part(upload, 0), 0, ProjectKey.Buckets, cancellation);
            return 1;
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Parts).Select(static part => part * BucketsOfPart),
            new ParallelOptions { MaxDegreeOfParallelism = UploadsAtOnce, CancellationToken = cancellation },
            async (first, stop) => await UploadAsync(staging, StagingArea.Part(upload, first), first, BucketsOfPart, stop));
        return Parts;
    }

    public async ValueTask DisposeAsync()
    {
        // What failed there was told by the call that waited for it, or does not matter any more.
        await _packing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var bucket in _buckets)
            if (bucket is not null) await bucket.DisposeAsync();
    }

    private async Task PackAsync()
    {
        await _packing;
        var batch = _waiting;
        _waiting = new List<Unpacked>(PackedAtOnce);
        _packing = Task.Run(async () => Pack(batch, standing is null ? null : await standing));
    }

    private void Pack(List<Unpacked> batch, Standing? stands)
    {
        var compress = _bytes > ManyBytes;
        var packed = new (int Bucket, byte[] Frame)[batch.Count];
        Parallel.For(0, batch.Count, index =>
        {
            var incoming = Incoming.Of(batch[index].Project, batch[index].Sheet, batch[index].Line, compress, stands);
            packed[index] = (incoming.Key.Bucket, new StagedProject(batch[index].Number, incoming).Frame());
        });
        foreach (var (bucket, frame) in packed) Keep(bucket, frame);
    }

    private void Keep(int bucket, byte[] frame)
    {
        _bytes += frame.Length;
        if (_many)
        {
            Bucket(bucket).Write(frame);
            return;
        }

        _few.Add((bucket, frame));
        if (_few.Count <= Few && _bytes <= FewBytes) return;
        _many = true;
        foreach (var (of, early) in _few) Bucket(of).Write(early);
        _few.Clear();
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
