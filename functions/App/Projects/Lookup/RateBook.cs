using System.Globalization;
using Azure.Data.Tables;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>
/// Exchange rates: those of the release, and behind them those that the secretariat has added, which count where both have the same month.
/// Table <c>Rates</c>, partition <c>rates</c>: a row for each currency and month, and row <c>version</c>, which changes with every addition.
/// </summary>
internal sealed class RateBook(Storage storage, TimeProvider clock)
{
    private const string Partition = "rates";

    private const string VersionRow = "version";

    /// <summary>Another instance sees added rates after so long at the latest.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private Known _known = new(MonthlyRates.Imf, "release", null);

    /// <summary>The rates, and a name for them that changes whenever they do.</summary>
    public async Task<(MonthlyRates Rates, string Version)> CurrentAsync(CancellationToken cancellation)
    {
        var known = Volatile.Read(ref _known);
        if (known.LookedAt is { } last && clock.GetElapsedTime(last) < Fresh) return (known.Rates, known.Version);
        var table = await storage.TableAsync("Rates").ConfigureAwait(false);
        var looked = clock.GetTimestamp();
        var row = await table.GetEntityIfExistsAsync<TableEntity>(Partition, VersionRow, cancellationToken: cancellation).ConfigureAwait(false);
        var version = row.HasValue ? row.Value!.GetString("Version") ?? "release" : "release";
        var rates = version == known.Version ? known.Rates : MonthlyRates.Imf.With(await AddedAsync(cancellation).ConfigureAwait(false));
        Volatile.Write(ref _known, new Known(rates, version, looked));
        return (rates, version);
    }

    /// <summary>The rates that were added, by currency and month.</summary>
    public async Task<IReadOnlyList<MonthlyRate>> AddedAsync(CancellationToken cancellation)
    {
        var table = await storage.TableAsync("Rates").ConfigureAwait(false);
        var rates = new List<MonthlyRate>();
        await foreach (var row in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ne {VersionRow}"), cancellationToken: cancellation).ConfigureAwait(false))
            rates.Add(new MonthlyRate(
                Currency.Parse(row.RowKey[..3]),
                int.Parse(row.RowKey.AsSpan(4, 4), CultureInfo.InvariantCulture),
                int.Parse(row.RowKey.AsSpan(9, 2), CultureInfo.InvariantCulture),
                decimal.Parse(row.GetString("UsdPerUnit"), NumberStyles.Float, CultureInfo.InvariantCulture)));
        return rates;
    }

    /// <summary>Adds rates, replacing those of the same currency and month. Sums follow with the next look-up.</summary>
    /// <param name="by">Who adds them, for the record.</param>
    /// <returns>How many.</returns>
    public async Task<int> AddAsync(IReadOnlyCollection<MonthlyRate> rates, string by, CancellationToken cancellation)
    {
        var table = await storage.TableAsync("Rates").ConfigureAwait(false);
        var version = Guid.NewGuid().ToString("N");
        // The version goes with every part: whoever looks between two parts looks again after the last.
        foreach (var (part, some) in rates.Chunk(99).Index())
            await table.SubmitTransactionAsync(
                some.Select(rate => Upsert(new TableEntity(Partition, $"{rate.Currency.Code}-{rate.Year:0000}-{rate.Month:00}")
                {
                    ["UsdPerUnit"] = rate.UsdPerUnit.ToString(CultureInfo.InvariantCulture),
                    ["By"] = by,
                })).Append(Upsert(new TableEntity(Partition, VersionRow) { ["Version"] = $"{version}-{part}" })),
                cancellation).ConfigureAwait(false);
        Volatile.Write(ref _known, Volatile.Read(ref _known) with { LookedAt = null });
        return rates.Count;
    }

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);

    private sealed record Known(MonthlyRates Rates, string Version, long? LookedAt);
}
