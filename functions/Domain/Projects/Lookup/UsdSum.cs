using System.Collections.Immutable;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Projects.Lookup;

/// <summary>Amounts in US dollars, and what could not be converted: for want of a date, of a known currency or of the month's rate.</summary>
/// <param name="Micros">Millionths of a US dollar; within ±9,000,000,000,000,000,000. What lies beyond is in <paramref name="Unconverted"/>.</param>
/// <param name="Unconverted">Sums by currency, in its order; empty text for amounts whose currency nobody named.</param>
public readonly record struct UsdSum(long Micros, ImmutableArray<CurrencyAmount> Unconverted)
{
    private const decimal MostMicros = 9_000_000_000_000_000_000m;

    public decimal Usd => Micros / 1_000_000m;

    public static UsdSum Of(ReadOnlySpan<MonthAmount> amounts, MonthlyRates rates)
    {
        var micros = 0m;
        SortedDictionary<string, decimal>? unconverted = null;
        foreach (var amount in amounts)
        {
            if (UsdPerUnit(amount, rates) is { } rate && Math.Abs(micros + (amount.Amount * rate * 1_000_000m)) <= MostMicros)
                micros += amount.Amount * rate * 1_000_000m;
            else if (amount.Amount != 0m)
                (unconverted ??= new(StringComparer.Ordinal))[amount.Currency] = unconverted.GetValueOrDefault(amount.Currency) + amount.Amount;
        }

        return new UsdSum((long)Math.Round(micros, MidpointRounding.AwayFromZero), unconverted is null ? [] : [.. unconverted.Select(sum => new CurrencyAmount(sum.Key, sum.Value))]);
    }

    private static decimal? UsdPerUnit(MonthAmount amount, MonthlyRates rates)
    {
        if (!Currency.TryParse(amount.Currency, out var currency) || currency == Currency.None) return null;
        if (currency == Currency.Usd) return 1m;
        return amount.Month is { } month ? rates.UsdPerUnit(currency, month / 12, (month % 12) + 1) : null;
    }
}
