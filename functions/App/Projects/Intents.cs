using System.Globalization;
using Azure.Data.Tables;

namespace ParisPact.Functions.Projects;

/// <summary>
/// What is being changed just now. The truth and the change log lie in different partitions, so nothing writes both at once: the keys are
/// noted first, then the truth is written, then the log, and then the note is removed. A note that a crash left is turned into a log entry.
/// </summary>
internal sealed class Intents(RegisterTables tables, TimeProvider clock)
{
    private const string Partition = "intent";

    /// <summary>An intent that was found: its row, and the keys.</summary>
    public sealed record Found(string Row, IReadOnlyList<ChangedKey> Keys);

    public async Task<IReadOnlyList<string>> BeginAsync(IReadOnlyCollection<ChangedKey> keys, CancellationToken cancellation)
    {
        var rows = new List<string>();
        foreach (var some in keys.Chunk(ChangedKeys.InRow))
        {
            var row = $"{Time(clock.GetUtcNow())}-{Guid.NewGuid():N}";
            await tables.Changes.AddEntityAsync(ChangedKeys.Into(new TableEntity(Partition, row), some), cancellation).ConfigureAwait(false);
            rows.Add(row);
        }

        return rows;
    }

    public async Task EndAsync(IReadOnlyList<string> rows, CancellationToken cancellation)
    {
        foreach (var row in rows) await tables.Changes.DeleteEntityAsync(Partition, row, cancellationToken: cancellation).ConfigureAwait(false);
    }

    public async Task<IReadOnlyList<Found>> OlderThanAsync(DateTimeOffset time, CancellationToken cancellation)
    {
        var found = new List<Found>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey lt {Time(time)}");
        await foreach (var entity in tables.Changes.QueryAsync<TableEntity>(filter, cancellationToken: cancellation).ConfigureAwait(false))
        {
            found.Add(new Found(entity.RowKey, ChangedKeys.From(entity)));
        }

        return found;
    }

    private static string Time(DateTimeOffset time) => time.UtcTicks.ToString("0000000000000000000", CultureInfo.InvariantCulture);
}
