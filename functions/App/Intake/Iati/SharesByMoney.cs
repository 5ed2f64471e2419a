using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>
/// Shares of what the transactions of an activity name, where the activity itself names nothing: by the sum of its commitments, else of
/// its spending, else of the rest. Without percentages where that sum is in several currencies, or anything in it is not over zero.
/// </summary>
internal sealed class SharesByMoney<T>
    where T : notnull
{
    /// <summary>What the project says of such shares.</summary>
    public const string Mark = "The shares are those of the transactions' amounts: the activity itself names none.";

    private readonly Dictionary<T, (string? Name, double[] Sums)> _sums = [];
    private readonly List<T> _keys = [];
    private readonly HashSet<string?>[] _currencies = [[], [], []];

    public bool IsEmpty => _keys.Count == 0;

    public IReadOnlyList<T> Keys => _keys;

    /// <returns>True where the key is new.</returns>
    public bool Add(T key, string? name, MoneyLine? line)
    {
        var isNew = !_sums.TryGetValue(key, out var sums);
        if (isNew)
        {
            _sums[key] = sums = (name, new double[3]);
            _keys.Add(key);
        }

        if (line is not null)
        {
            var basis = line.Kind switch { MoneyKind.Commitment => 0, MoneyKind.Disbursement or MoneyKind.Expenditure => 1, _ => 2 };
            sums.Sums[basis] += (double)line.Amount;
            _currencies[basis].Add(line.Currency);
        }

        return isNew;
    }

    /// <summary>The shares of some keys among themselves; a single one is the whole.</summary>
    public IReadOnlyList<(T Key, string? Name, decimal? Percentage)> Of(IReadOnlyList<T> keys)
    {
        var basis = Array.FindIndex([0, 1, 2], index => keys.Any(key => _sums[key].Sums[index] != 0));
        var parts = keys.Select(key => basis < 0 ? 0 : _sums[key].Sums[basis]).ToList();
        var whole = parts.Sum();
        if (keys.Count == 1 || basis < 0 || _currencies[basis].Count > 1 || parts.Any(part => part <= 0) || !double.IsFinite(whole))
            return [.. keys.Select(key => (key, _sums[key].Name, keys.Count == 1 ? 100m : (decimal?)null))];

        var shares = parts.Select(part => Math.Round((decimal)(part / whole * 100), 2)).ToList();
        // What rounding leaves goes to the largest, so that the shares sum to the whole.
        shares[shares.IndexOf(shares.Max())] += 100m - shares.Sum();
        return [.. keys.Select((key, index) => (key, _sums[key].Name, shares[index] > 0m ? shares[index] : (decimal?)null))];
    }
}
