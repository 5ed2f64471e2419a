using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Azure;
using Azure.Data.Tables;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>
/// Which projects changed, in one order without gaps. A reader remembers the position of the last entry that it has dealt with, and reads
/// again the projects that later entries name; an entry may come twice and never stands before its change.
/// Table <c>Changes</c>: partition <c>log-{position/500}</c>, row the position in ten digits. An entry is appended by inserting it behind the
/// head; where somebody else was quicker, at the next position.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle is never asked for holds nothing to dispose of.")]
internal sealed class ChangeLog(TableServiceClient tables, StorageNames names)
{
    /// <summary>Keys in one entry: their text stays well under a property's 32 Ki characters.</summary>
    public const int KeysInEntry = 400;

    private const int RowsInPartition = 500;

    private readonly TableClient _table = tables.GetTableClient(names.Table("Changes"));
    private readonly SemaphoreSlim _appending = new(1);
    private long _head;

    /// <summary>Entries behind a position, in order, as far as there are any. 0 is the beginning.</summary>
    public async IAsyncEnumerable<LogEntry> ReadAfterAsync(long position, [EnumeratorCancellation] CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        for (var next = position + 1; ;)
        {
            var partition = PartitionOf(next);
            var last = next;
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {RowOf(next)}");
            await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
            {
                var entry = new LogEntry(long.Parse(row.RowKey, CultureInfo.InvariantCulture), KeysFrom(row.GetString("Keys") ?? ""));
                yield return entry;
                next = entry.Position + 1;
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

    /// <summary>Appends keys, in as many entries as they need.</summary>
    public async Task AppendAsync(IReadOnlyCollection<ChangedKey> keys, CancellationToken cancellation)
    {
        // One at a time from here: two of our own appends would only push each other to the next position.
        await _appending.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            foreach (var some in keys.Chunk(KeysInEntry))
            {
                if (Interlocked.Read(ref _head) == 0) await HeadAsync(cancellation).ConfigureAwait(false);
                while (!await InsertAsync(Interlocked.Read(ref _head) + 1, TextOf(some), cancellation).ConfigureAwait(false))
                    await HeadAsync(cancellation).ConfigureAwait(false);
            }
        }
        finally
        {
            _appending.Release();
        }
    }

    /// <summary>One line for each partition: the partition, then <c>row.version</c> for each key.</summary>
    internal static string TextOf(IEnumerable<ChangedKey> keys)
    {
        var text = new StringBuilder();
        foreach (var partition in keys.GroupBy(static changed => changed.Key.Partition))
        {
            if (text.Length > 0) text.Append('\n');
            text.Append(partition.Key);
            foreach (var changed in partition) text.Append(CultureInfo.InvariantCulture, $" {changed.Key.Row}.{changed.Version}");
        }

        return text.ToString();
    }

    internal static ImmutableArray<ChangedKey> KeysFrom(string text)
    {
        var keys = ImmutableArray.CreateBuilder<ChangedKey>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            foreach (var word in words.AsSpan(1))
                keys.Add(new ChangedKey(
                    new ProjectKey(words[0], word[..ProjectKey.RowLength]),
                    int.Parse(word.AsSpan(ProjectKey.RowLength + 1), CultureInfo.InvariantCulture)));
        }

        return keys.ToImmutable();
    }

    private async Task<bool> InsertAsync(long position, string keys, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(new TableEntity(PartitionOf(position), RowOf(position)) { ["Keys"] = keys }, cancellation).ConfigureAwait(false);
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
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(PartitionOf(position), RowOf(position), ["RowKey"], cancellation).ConfigureAwait(false);
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
