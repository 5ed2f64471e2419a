using System.Collections.Immutable;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Which columns hold amounts, and which of them say in what currency and when.</summary>
internal sealed record MoneyPlan(ImmutableArray<MoneyColumns> Amounts)
{
    public static MoneyPlan Empty { get; } = new([]);

    /// <param name="left">Takes columns that say nothing to any amount.</param>
    /// <param name="doubled">Takes columns that say in the same currency what the other one says already.</param>
    public static MoneyPlan Of(ImmutableArray<HeaderColumn> columns, TableHeader header, List<HeaderColumn> left, Action<HeaderColumn, HeaderColumn> doubled)
    {
        columns = Creditor(columns, header);
        var amounts = columns.Where(column => Part(column) == TablePart.Value && column.Meaning!.Kind is not null).ToImmutableArray();
        var general = columns.Where(column => Part(column) == TablePart.Currency && column.Meaning!.Kind is null).ToImmutableArray();
        var plan = ImmutableArray.CreateBuilder<MoneyColumns>();
        foreach (var kind in amounts.GroupBy(column => (column.Meaning!.Kind, column.Meaning.TransactionType)))
        {
            var years = kind.Where(column => column.Meaning!.Year is not null).GroupBy(column => column.Meaning!.Year);
            var totals = kind.Where(column => column.Meaning!.Year is null)
                .OrderBy(column => column.Meaning!.Restated ? 1 : 0).ThenBy(column => column.Meaning!.Rank).ThenBy(column => column.Index).ToImmutableArray();
            foreach (var year in years) plan.Add(Group([.. year], yearly: true));
            if (totals.Length > 0) plan.Add(Group(totals, yearly: false));
            foreach (var other in totals.Skip(1))
            {
                var kept = other with { Meaning = new ColumnMeaning(TableField.Kept) };
                if (other.Meaning!.Restated || other.Meaning.Currency != totals[0].Meaning!.Currency) left.Add(kept);
                else doubled(kept, totals[0]);
            }
        }

        var used = plan.SelectMany(group => group.Amounts.Concat(group.Currency).Concat(((HeaderColumn?[])[group.Date, group.PeriodStart, group.PeriodEnd, group.Year, group.Revised]).OfType<HeaderColumn>())).ToHashSet();
        left.AddRange(columns.Where(column => !used.Contains(column)).Select(column => column with { Meaning = new ColumnMeaning(TableField.Kept) }));
        return new MoneyPlan(plan.ToImmutable());

        MoneyColumns Group(ImmutableArray<HeaderColumn> columnsOfGroup, bool yearly)
        {
            var meaning = columnsOfGroup[0].Meaning!;
            return new MoneyColumns(
                meaning.Kind!.Value, meaning.TransactionType, columnsOfGroup, Currency(columnsOfGroup[0]),
                Other(meaning, TablePart.Date), Other(meaning, TablePart.PeriodStart), Other(meaning, TablePart.PeriodEnd),
                Other(meaning, TablePart.Year) ?? columns.FirstOrDefault(column => Part(column) == TablePart.Year && column.Meaning!.Kind is null), Other(meaning, TablePart.Revised), yearly);
        }

        HeaderColumn? Other(ColumnMeaning meaning, TablePart part) => columns.FirstOrDefault(column => Part(column) == part && column.Meaning!.Kind == meaning.Kind);

        // A currency beside each amount belongs to that amount; one for the table belongs to all.
        ImmutableArray<HeaderColumn> Currency(HeaderColumn amount)
        {
            var own = columns.Where(column => Part(column) == TablePart.Currency && column.Meaning!.Kind == amount.Meaning!.Kind);
            var beside = general.Where(currency => amounts.LastOrDefault(other => other.Index < currency.Index) == amount);
            var free = general.Where(currency => general.Length == 1 || !amounts.Any(other => other.Index < currency.Index));
            return [.. own.Concat(beside).Concat(free.OrderBy(column => column.Meaning!.Rank)).Distinct()];
        }
    }

    /// <summary>The OECD's CRS gives its amounts in millions, and says so in its manual alone.</summary>
    private static ImmutableArray<HeaderColumn> Creditor(ImmutableArray<HeaderColumn> columns, TableHeader header)
    {
        if (!header.Columns.Any(column => HeaderNames.Key(column.Name) == "crsid")) return columns;
        return [.. columns.Select(column => HeaderNames.Key(column.Name) is var key && key.StartsWith("usd", StringComparison.Ordinal)
            ? column with { Meaning = key == "usdreceived" ? new ColumnMeaning(TableField.Money) : column.Meaning! with { Multiple = 1_000_000 } }
            : column)];
    }

    private static TablePart Part(HeaderColumn column) => column.Meaning!.Part;
}
