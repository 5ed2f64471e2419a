using System.Collections.Immutable;
using System.Globalization;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>
/// Monthly average exchange rates to the US dollar. Immutable. A month without a rate has none: it is never taken from its neighbours.
/// </summary>
/// <remarks>
/// Source: International Monetary Fund, representative rates, averages of the month in SDR per currency unit, from January 2003,
/// when the Initiative's year began, to the last month that was out at this release. They are turned into US dollars by the same
/// month's rate of the dollar. The IMF gives no rate for the afghani, the som, the somoni, the sum and the manat, and none for the
/// currencies that the euro replaced, whose last month is December 1998. Its rate of the Iranian rial is the official one.
/// </remarks>
public sealed class MonthlyRates
{
    private static readonly Lazy<MonthlyRates> FromImf = new(LoadImf);

    private readonly ImmutableDictionary<(Currency Currency, int Month), decimal> _usdPerUnit;

    private MonthlyRates(ImmutableDictionary<(Currency Currency, int Month), decimal> usdPerUnit) => _usdPerUnit = usdPerUnit;

    /// <summary>No rate but that of the US dollar itself.</summary>
    public static MonthlyRates None { get; } = new(ImmutableDictionary<(Currency Currency, int Month), decimal>.Empty);

    /// <summary>The rates of the IMF that came with this release.</summary>
    public static MonthlyRates Imf => FromImf.Value;

    /// <summary>All rates, by currency and month, without those of the US dollar.</summary>
    public IEnumerable<MonthlyRate> All => _usdPerUnit
        .Select(rate => new MonthlyRate(rate.Key.Currency, rate.Key.Month / 12, (rate.Key.Month % 12) + 1, rate.Value))
        .OrderBy(rate => rate.Currency).ThenBy(rate => rate.Year).ThenBy(rate => rate.Month);

    /// <summary>US dollars for one unit in a month, <c>null</c> when there is no rate. One for the US dollar in every month.</summary>
    /// <param name="currency">The currency.</param>
    /// <param name="year">Any year.</param>
    /// <param name="month">1 to 12.</param>
    public decimal? UsdPerUnit(Currency currency, int year, int month)
    {
        if (currency == Currency.Usd)
            return 1m;
        return _usdPerUnit.TryGetValue((currency, Index(year, month)), out var rate) ? rate : null;
    }

    /// <summary>US dollars for one unit in the month of a day.</summary>
    public decimal? UsdPerUnit(Currency currency, DateOnly day) => UsdPerUnit(currency, day.Year, day.Month);

    /// <summary>These rates and others; where both have a rate for the same month, the other counts, and of several the last.</summary>
    public MonthlyRates With(IEnumerable<MonthlyRate> rates) => new(_usdPerUnit.SetItems(rates
        .Where(rate => rate.Currency != Currency.Usd)
        .Select(rate => KeyValuePair.Create((rate.Currency, Index(rate.Year, rate.Month)), rate.UsdPerUnit))));

    private static int Index(int year, int month)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return (year * 12) + month - 1;
    }

    private static MonthlyRates LoadImf()
    {
        // A line is a currency, its first month, and then month by month the SDR for one unit, empty where the IMF gave none.
        var lines = Table.Read("imf-rates.tsv", row => (Currency: Currency.Parse(row["currency"]), First: row["first"], Sdr: row.Rest("sdr")));
        var sdr = lines
            .SelectMany(line => line.Sdr.Index()
                .Where(cell => cell.Item.Length > 0)
                .Select(cell => (Key: (line.Currency, Month: FirstIndex(line.First) + cell.Index), Value: decimal.Parse(cell.Item, NumberStyles.Float, CultureInfo.InvariantCulture))))
            .ToDictionary(cell => cell.Key, cell => cell.Value);
        return None.With(sdr.Where(rate => sdr.ContainsKey((Currency.Usd, rate.Key.Month))).Select(rate => new MonthlyRate(
            rate.Key.Currency,
            rate.Key.Month / 12,
            (rate.Key.Month % 12) + 1,
            RoundedTo12Digits(rate.Value / sdr[(Currency.Usd, rate.Key.Month)]))));
    }

    private static int FirstIndex(string month) =>
        Index(int.Parse(month.AsSpan(0, 4), CultureInfo.InvariantCulture), int.Parse(month.AsSpan(5, 2), CultureInfo.InvariantCulture));

    // The source has ten significant digits at most; more in the quotient would pretend to a precision that is not there.
    private static decimal RoundedTo12Digits(decimal rate)
    {
        var places = 12;
        for (var scaled = rate; scaled < 1m && places < 24; scaled *= 10m)
            places++;
        return Math.Round(rate, places);
    }
}
