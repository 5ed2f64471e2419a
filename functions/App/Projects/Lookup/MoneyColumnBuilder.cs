namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Makes a <see cref="MoneyColumn"/>: for each row the lines of its amount, <see cref="CloseAmount"/>, those of its spending, <see cref="Close"/>.</summary>
internal sealed class MoneyColumnBuilder
{
    private readonly List<int> _starts = [0];
    private readonly List<int> _spendingStarts = [];
    private readonly List<int> _currencies = [];
    private readonly List<int> _months = [];
    private readonly List<decimal> _amounts = [];

    public void Add(int currency, int month, decimal amount)
    {
        _currencies.Add(currency);
        _months.Add(month);
        _amounts.Add(amount);
    }

    public void CloseAmount() => _spendingStarts.Add(_amounts.Count);

    public void Close() => _starts.Add(_amounts.Count);

    public MoneyColumn Build() => new([.. _starts], [.. _spendingStarts], [.. _currencies], [.. _months], [.. _amounts]);
}
