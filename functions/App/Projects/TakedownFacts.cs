using System.Globalization;
using System.Text;
using Azure;
using Azure.Data.Tables;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects;

/// <summary>The facts of takedowns, in table <c>Takedowns</c>: who took what down when, and which rows that blocks. All that is kept of such projects.</summary>
internal sealed class TakedownFacts(RegisterTables tables)
{
    public async Task<TableEntity> AddAsync(ProjectRow row, string by, DateTimeOffset at, string? reason, CancellationToken cancellation)
    {
        var fact = new TableEntity(row.Key.Partner.Value, string.Create(CultureInfo.InvariantCulture, $"{row.Key.Row}-{at.UtcTicks:0000000000000000000}"))
        {
            ["By"] = by,
            ["At"] = at,
            ["Project"] = $"{row.Key.Partition} {row.Key.Row}",
            ["Done"] = false,
        };
        if (reason is not null) fact["Reason"] = reason;
        Name(fact, row, []);
        fact.ETag = (await tables.Takedowns.UpsertEntityAsync(fact, TableUpdateMode.Replace, cancellation).ConfigureAwait(false)).Headers.ETag ?? default;
        return fact;
    }

    /// <summary>The rows that a takedown blocks, and the uploads that told of the project.</summary>
    public static void Name(TableEntity fact, ProjectRow row, IEnumerable<string> uploads)
    {
        fact["Rows"] = FormerKey.TextOf([new FormerKey(row.Key, row.Version), .. row.Former]);
        TableBytes.Put(fact, "Uploads", Encoding.UTF8.GetBytes(string.Join('\n', uploads)));
    }

    public async Task<TableEntity?> FindAsync(string partner, string? row, CancellationToken cancellation)
    {
        var found = await tables.Takedowns.GetEntityIfExistsAsync<TableEntity>(partner, row, cancellationToken: cancellation).ConfigureAwait(false);
        return found.HasValue ? found.Value : null;
    }

    public IAsyncEnumerable<TableEntity> OfPartnerAsync(PartnerId partner, CancellationToken cancellation) =>
        tables.Takedowns.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partner.Value}"), cancellationToken: cancellation);

    public IAsyncEnumerable<TableEntity> OpenAsync(DateTimeOffset olderThan, CancellationToken cancellation) =>
        tables.Takedowns.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Done eq {false} and At lt {olderThan}"), cancellationToken: cancellation);

    /// <returns>False where it is not any more what was read: somebody may have lifted it.</returns>
    public async Task<bool> SaveAsync(TableEntity fact, CancellationToken cancellation)
    {
        try
        {
            var answer = await tables.Takedowns.UpdateEntityAsync(fact, fact.ETag, TableUpdateMode.Replace, cancellation).ConfigureAwait(false);
            fact.ETag = answer.Headers.ETag ?? default;
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 412 or 404)
        {
            return false;
        }
    }

    public Task RemoveAsync(TableEntity fact, CancellationToken cancellation) => tables.Takedowns.DeleteEntityAsync(fact.PartitionKey, fact.RowKey, cancellationToken: cancellation);

    /// <summary>Whether the takedown still stands; takes the version that the fact has now, so that it can be saved.</summary>
    public async Task<bool> StandsAsync(TableEntity fact, CancellationToken cancellation)
    {
        if (await FindAsync(fact.PartitionKey, fact.RowKey, cancellation).ConfigureAwait(false) is not { } now || Read(now).LiftedAt is not null) return false;
        fact.ETag = now.ETag;
        return true;
    }

    public static IReadOnlyList<FormerKey> Keys(TableEntity fact) => [.. FormerKey.From(fact.GetString("Rows")).DistinctBy(static key => key.Key)];

    public static Takedown Read(TableEntity fact)
    {
        var words = fact.GetString("Project").Split(' ');
        return new Takedown(
            new ProjectKey(words[0], words[1]),
            fact.GetString("By"),
            fact.GetDateTimeOffset("At") ?? default,
            fact.GetString("Reason"),
            fact.GetString("LiftedBy"),
            fact.GetDateTimeOffset("LiftedAt"))
        {
            Uploads = [.. Encoding.UTF8.GetString(TableBytes.Get(fact, "Uploads")).Split('\n', StringSplitOptions.RemoveEmptyEntries)],
            Rows = [.. Keys(fact).Select(static key => key.Key.Row)],
        };
    }
}
