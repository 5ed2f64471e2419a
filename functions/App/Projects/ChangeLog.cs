using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>
/// Which projects changed, in one order without gaps. A reader remembers the position of the last entry that it has dealt with, and reads
/// again the projects that later entries name; an entry may come twice and never stands before its change. Table <c>Changes</c>.
/// </summary>
internal sealed class ChangeLog(TableServiceClient tables, StorageNames names)
{
    private readonly AppendLog _log = new(tables.GetTableClient(names.Table("Changes")));

    /// <inheritdoc cref="AppendLog.ReadAfterAsync"/>
    public async IAsyncEnumerable<LogEntry> ReadAfterAsync(long position, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (at, row) in _log.ReadAfterAsync(position, cancellation).ConfigureAwait(false)) yield return new LogEntry(at, ChangedKeys.From(row));
    }

    /// <inheritdoc cref="AppendLog.HeadAsync"/>
    public Task<long> HeadAsync(CancellationToken cancellation) => _log.HeadAsync(cancellation);

    /// <inheritdoc cref="AppendLog.MarkAsync"/>
    public Task<string?> MarkAsync(long position, CancellationToken cancellation) => _log.MarkAsync(position, cancellation);

    /// <summary>Appends keys, in as many entries as they need.</summary>
    public Task AppendAsync(IReadOnlyCollection<ChangedKey> keys, CancellationToken cancellation) =>
        _log.AppendAsync(keys.Chunk(ChangedKeys.InRow).Select(static some => (Action<TableEntity>)(row => ChangedKeys.Into(row, some))), cancellation);
}
