using ParisPact.Functions.Intake.Staging;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Intake.Receipts;

/// <summary>Keeps the records of a receipt as its source while they go by into its first form.</summary>
internal sealed class KeptRecords(ReceiptSources sources, string name) : IAsyncDisposable
{
    private readonly FileStream _file = TemporaryFile.Create();

    public async IAsyncEnumerable<StagedOutcome> Kept(IAsyncEnumerable<StagedOutcome> records)
    {
        await using var compressed = JsonLines.Compress(_file, leaveOpen: true);
        await foreach (var record in records)
        {
            JsonLines.Write(compressed, record);
            yield return record;
        }
    }

    /// <summary>Once all have gone by.</summary>
    public Task UploadAsync(CancellationToken cancellation) => sources.UploadAsync(name, ReceiptSources.Compression, _file, cancellation);

    public ValueTask DisposeAsync() => _file.DisposeAsync();
}
