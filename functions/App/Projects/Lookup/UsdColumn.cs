using System.Runtime.InteropServices;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>The sums of each row in US dollars, and what could not be converted.</summary>
/// <param name="Amounts">What the project costs, in millionths of a US dollar.</param>
/// <param name="Spending">What was spent, in millionths of a US dollar.</param>
/// <param name="Unconverted">Sums by currency; their months say nothing.</param>
internal sealed record UsdColumn(long[] Amounts, long[] Spending, MoneyColumn Unconverted)
{
    public static UsdColumn Of(MoneyColumn money, ValueTable currencies, MonthlyRates rates)
    {
        var rows = money.SpendingStarts.Length;
        var (amounts, spending) = (new long[rows], new long[rows]);
        var (unconverted, lines) = (new MoneyColumnBuilder(), new List<MonthAmount>());
        for (var row = 0; row < rows; row++)
        {
            amounts[row] = Sum(money.Starts[row], money.SpendingStarts[row]);
            unconverted.CloseAmount();
            spending[row] = Sum(money.SpendingStarts[row], money.Starts[row + 1]);
            unconverted.Close();
        }

        return new UsdColumn(amounts, spending, unconverted.Build());

        long Sum(int from, int to)
        {
            if (from == to) return 0;
            lines.Clear();
            for (var i = from; i < to; i++) lines.Add(new MonthAmount(currencies[money.Currencies[i]].Key, money.Months[i] < 0 ? null : money.Months[i], money.Amounts[i]));
            var sum = UsdSum.Of(CollectionsMarshal.AsSpan(lines), rates);
            // Every currency of a line has a number already.
            foreach (var left in sum.Unconverted) unconverted.Add(currencies.Find(left.Currency), Segment.NoDay, left.Amount);
            return sum.Micros;
        }
    }
}
