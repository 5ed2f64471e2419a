using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake.Staging;

/// <summary>The blobs by which the steps of an intake hand on what they found, in container <c>staging</c>; deleted when the receipt is written.</summary>
internal sealed class StagingArea(Storage storage)
{
    public const string Container = "staging";

    private const int FingerprintBytes = 16;

    public static string Part(string upload, int firstBucket) => $"{upload}/parts/{firstBucket:00}";

    public static string Refused(string upload) => $"{upload}/refused.jsonl.gz";

    public static string Named(string upload) => $"{upload}/named";

    public static string Problems(string upload) => $"{upload}/problems.jsonl.gz";

    public static string Outcomes(string upload, int firstBucket) => $"{upload}/outcomes/{firstBucket:00}.jsonl.gz";

    public static string PartProblems(string upload, int firstBucket) => $"{upload}/outcomes/{firstBucket:00}.problems.jsonl.gz";

    public async Task WriteAsync<T>(string name, IEnumerable<T> values, CancellationToken cancellation)
    {
        using var memory = new MemoryStream();
        await using (var compressed = JsonLines.Compress(memory, leaveOpen: true))
            foreach (var value in values)
                JsonLines.Write(compressed, value);
        memory.Position = 0;
        await UploadAsync(name, memory, cancellation);
    }

    public async Task UploadAsync(string name, Stream content, CancellationToken cancellation) =>
        await (await ClientAsync(name)).UploadAsync(content, overwrite: true, cancellation);

    /// <summary>The projects of a part; none where it has none.</summary>
    public async IAsyncEnumerable<StagedProject> ReadPartAsync(string upload, int firstBucket, PartnerId partner, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await OpenAsync(Part(upload, firstBucket), cancellation) is not { } stream) yield break;
        await foreach (var project in StagedProject.ReadAsync(stream, partner, cancellation)) yield return project;
    }

    /// <summary>Writes the fingerprints of all references of a file.</summary>
    public async Task WriteNamedAsync(string upload, IReadOnlyCollection<UInt128> fingerprints, CancellationToken cancellation)
    {
        var bytes = new byte[fingerprints.Count * FingerprintBytes];
        var at = 0;
        foreach (var fingerprint in fingerprints)
        {
            BinaryPrimitives.WriteUInt128LittleEndian(bytes.AsSpan(at), fingerprint);
            at += FingerprintBytes;
        }

        using var content = new MemoryStream(bytes, writable: false);
        await UploadAsync(Named(upload), content, cancellation);
    }

    /// <exception cref="InvalidOperationException">They are not there: without them nobody can say what the file leaves out.</exception>
    public async Task<HashSet<UInt128>> ReadNamedAsync(string upload, CancellationToken cancellation)
    {
        await using var stream = await OpenAsync(Named(upload), cancellation)
            ?? throw new InvalidOperationException($"What upload {upload} names is not staged any more.");
        var named = new HashSet<UInt128>();
        var bytes = new byte[FingerprintBytes];
        while (await stream.ReadAtLeastAsync(bytes, FingerprintBytes, throwOnEndOfStream: false, cancellation) is var got and not 0)
        {
            if (got < FingerprintBytes) throw new EndOfStreamException();
            named.Add(BinaryPrimitives.ReadUInt128LittleEndian(bytes));
        }

        return named;
    }

    /// <summary>Nothing where there is no such blob.</summary>
    public async IAsyncEnumerable<T> ReadAsync<T>(string name, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await OpenAsync(name, cancellation) is not { } stream) yield break;
        await foreach (var value in JsonLines.ReadAsync<T>(stream, cancellation)) yield return value;
    }

    public async Task DeleteAsync(string upload, CancellationToken cancellation)
    {
        var container = await storage.ContainerAsync(Container);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{upload}/", cancellation))
            await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellation);
    }

    private async Task<Stream?> OpenAsync(string name, CancellationToken cancellation) => await (await ClientAsync(name)).OpenIfThereAsync(cancellation);

    private async Task<BlobClient> ClientAsync(string name) => (await storage.ContainerAsync(Container)).GetBlobClient(name);
}
