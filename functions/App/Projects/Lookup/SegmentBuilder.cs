using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Collects rows in the order of look-ups and makes them a segment.</summary>
internal sealed class SegmentBuilder(ValueTables values)
{
    private readonly TextColumnBuilder _keys = new();
    private readonly TextColumnBuilder _references = new();
    private readonly TextColumnBuilder _titles = new();
    private readonly List<long> _changedAt = [];
    private readonly List<int> _versions = [];
    private readonly List<int> _days = [];
    private readonly List<byte> _flags = [];
    private readonly FacetRows[] _facets = [.. Enumerable.Range(0, ValueTables.Facets).Select(static _ => new FacetRows())];
    private readonly MoneyColumnBuilder _money = new();

    public int Count => _flags.Count;

    public void Add(ProjectEntry entry)
    {
        _keys.Add(entry.Key);
        _references.Add(entry.Reference);
        _titles.Add(entry.Title);
        _changedAt.Add(entry.ChangedAt.UtcTicks);
        _versions.Add(entry.Version);
        _days.AddRange([Day(entry.Dates.PlannedStart), Day(entry.Dates.ActualStart), Day(entry.Dates.PlannedEnd), Day(entry.Dates.ActualEnd)]);
        _flags.Add(Segment.FlagsOf(entry.Withdrawn, entry.Money.Basis));
        for (var facet = 0; facet < ValueTables.Facets; facet++)
        {
            foreach (var share in entry.Facets[facet])
                _facets[facet].Add(values[(Facet)facet].Number(share.Value, share.Name), share.Millionths | (share.Assumed ? FacetColumn.AssumedBit : 0));
            _facets[facet].Close();
        }

        foreach (var line in entry.Money.Amount) _money.Add(values.Currencies.Number(line.Currency), line.Month ?? Segment.NoDay, line.Amount);
        _money.CloseAmount();
        foreach (var line in entry.Money.Spending) _money.Add(values.Currencies.Number(line.Currency), line.Month ?? Segment.NoDay, line.Amount);
        _money.Close();
    }

    /// <param name="renumber">For each facet, then for the currencies, the number here of every number there; null where they are the same.</param>
    public void Add(Segment from, int row, int[][]? renumber)
    {
        _keys.Add(from.Keys.Utf8(row));
        _references.Add(from.References.Utf8(row));
        _titles.Add(from.Titles.Utf8(row));
        _changedAt.Add(from.ChangedAt[row]);
        _versions.Add(from.Versions[row]);
        _days.AddRange(from.Days.AsSpan(4 * row, 4));
        _flags.Add(from.Flags[row]);
        for (var facet = 0; facet < ValueTables.Facets; facet++)
        {
            var column = from.Facets[facet];
            for (var i = column.Starts[row]; i < column.Starts[row + 1]; i++)
                _facets[facet].Add(renumber is null ? column.Values[i] : renumber[facet][column.Values[i]], column.Shares[i]);
            _facets[facet].Close();
        }

        var money = from.Money;
        for (var i = money.Starts[row]; i < money.Starts[row + 1]; i++)
        {
            if (i == money.SpendingStarts[row]) _money.CloseAmount();
            _money.Add(renumber is null ? money.Currencies[i] : renumber[ValueTables.Facets][money.Currencies[i]], money.Months[i], money.Amounts[i]);
        }

        if (money.SpendingStarts[row] == money.Starts[row + 1]) _money.CloseAmount();
        _money.Close();
    }

    public Segment Build(TextIndex text, MonthlyRates rates)
    {
        var (keys, money) = (_keys.Build(), _money.Build());
        return new Segment
        {
            Count = Count,
            Keys = keys,
            References = _references.Build(),
            Titles = _titles.Build(),
            ChangedAt = [.. _changedAt],
            Versions = [.. _versions],
            Days = [.. _days],
            Flags = [.. _flags],
            Facets = [.. _facets.Select(static facet => facet.Build())],
            Money = money,
            Text = text,
            Index = new KeyIndex(keys),
            Usd = UsdColumn.Of(money, values.Currencies, rates),
        };
    }

    private static int Day(DateOnly? day) => day?.DayNumber ?? Segment.NoDay;

    private sealed class FacetRows
    {
        private readonly List<int> _starts = [0];
        private readonly List<int> _values = [];
        private readonly List<int> _shares = [];

        public void Add(int value, int share)
        {
            _values.Add(value);
            _shares.Add(share);
        }

        public void Close() => _starts.Add(_values.Count);

        public FacetColumn Build() => FacetColumn.Of([.. _starts], [.. _values], [.. _shares]);
    }
}
