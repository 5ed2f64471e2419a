using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace ParisPact.Functions.Platform;

/// <summary>
/// A log in a table: what happened, in one order without gaps. Partition <c>log-{position/500}</c>, row the position in ten digits, from 1.
/// An entry is appended by inserting it behind the head; where somebody else was quicker, at the next position.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose of.")]
internal sealed class AppendLog(TableClient table)
{
    private const int RowsInPartition = 500;

    private readonly SemaphoreSlim _appending = new(1);
    private long _head;

    /// <summary>Entries behind a position, in order, as far as there are any. 0 is the beginning.</summary>
    public async IAsyncEnumerable<(long Position, TableEntity Row)> ReadAfterAsync(long position, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        for (var next = position + 1; ;)
        {
            var partition = PartitionOf(next);
            var last = next;
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {RowOf(next)}");
            await foreach (var row in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
            {
                var at = long.Parse(row.RowKey, CultureInfo.InvariantCulture);
                yield return (at, row);
                next = at + 1;
            }

            // The partition has room left: there is nothing behind.
            if (next == last || PartitionOf(next) == partition) yield break;
        }
    }

    /// <summary>The position of the newest entry; 0 where there is none.</summary>
    public async Task<long> HeadAsync(CancellationToken cancellation)
    {
        // No gaps, so the head is found by doubling steps and halving them again: some forty point reads for a million entries, once.
        var known = Interlocked.Read(ref _head);
        long step = 1;
        while (await ExistsAsync(known + step, cancellation).ConfigureAwait(false))
        {
            known += step;
            step *= 2;
        }

        for (step /= 2; step > 0; step /= 2)
            if (await ExistsAsync(known + step, cancellation).ConfigureAwait(false)) known += step;
        Remember(known);
        return known;
    }

    /// <summary>
    /// What tells the entry at a position from one that another store has there, or that this store had before it was restored to an older
    /// state: when it was written, in ticks. "0" for the beginning; null where there is no entry.
    /// </summary>
    public async Task<string?> MarkAsync(long position, CancellationToken cancellation)
    {
        if (position == 0) return "0";
        var found = await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(position), RowOf(position), ["Timestamp"], cancellation).ConfigureAwait(false);
        return found.HasValue ? found.Value!.Timestamp?.UtcTicks.ToString(CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Appends entries one after the other, wherever the head is then.</summary>
    /// <param name="fill">What to write into each new row.</param>
    public async Task AppendAsync(IEnumerable<Action<TableEntity>> fill, CancellationToken cancellation)
    {
        // One at a time from here: two of our own appends would only push each other to the next position.
        await _appending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            foreach (var entry in fill)
            {
                if (Interlocked.Read(ref _head) == 0) await HeadAsync(cancellation).ConfigureAwait(false);
                while (!await TryAppendAsync(Interlocked.Read(ref _head) + 1, entry, cancellation).ConfigureAwait(false))
                    await HeadAsync(cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            _appending.Release();
        }
    }

    /// <summary>Appends an entry at a position, for who must have seen all entries before it.</summary>
    /// <returns>False where an entry stands there already; it may be this very one, whose answer was lost and which the client library sent again.</returns>
    public async Task<bool> TryAppendAsync(long position, Action<TableEntity> fill, CancellationToken cancellation)
    {
        var row = new TableEntity(PartitionOf(position), RowOf(position));
        fill(row);
        try
        {
            await table.AddEntityAsync(row, cancellation).ConfigureAwait(false);
            Remember(position);
            return true;
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            return false;
        }
    }

    private async Task<bool> ExistsAsync(long position, CancellationToken cancellation)
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(position), RowOf(position), ["RowKey"], cancellation).ConfigureAwait(false);
        return found.HasValue;
    }

    private void Remember(long position)
    {
        for (var known = Interlocked.Read(ref _head); known < position;)
        {
            var before = Interlocked.CompareExchange(ref _head, position, known);
            if (before == known) return;
            known = before;
        }
    }

    private static string PartitionOf(long position) => string.Create(CultureInfo.InvariantCulture, $"log-{position / RowsInPartition:0000000000}");

    private static string RowOf(long position) => position.ToString("0000000000", CultureInfo.InvariantCulture);
}
