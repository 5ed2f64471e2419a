using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads the amounts of a row.</summary>
internal sealed class MoneyCells(TablePlan plan, TableStyle style, RowCells cells, ColumnProblems once)
{
    /// <summary>Above this, an amount in thousands or millions is more likely one that was written in full.</summary>
    private const decimal Implausible = 1_000_000_000;

    private readonly CurrencyCells _currency = new(cells, once);

    public void Read(ProjectDraft draft, bool restated)
    {
        MoneyKind? yearly = null;
        var sum = 0m;
        foreach (var columns in plan.Money.Amounts)
        {
            // A total beside the parts of its years says the same twice.
            if (!columns.Yearly && yearly == columns.Kind)
            {
                Total(columns.Amounts[0], sum, draft);
                continue;
            }

            if (Line(columns, draft) is not { } line) continue;
            if (columns.Yearly)
            {
                sum = line.Amount + (yearly == columns.Kind ? sum : 0);
                yearly = columns.Kind;
            }

            if (restated && draft.Money.Contains(line))
            {
                cells.Report(new CellFault(columns.Amounts[0], "money.repeated", "The amount stands on several rows of this project and is counted once.", "Give amounts of their own on each row, or leave the others empty."));
                continue;
            }

            draft.Money.Add(line);
        }
    }

    /// <summary>Keeps a total that is not the sum of the years beside it; which of the two is right nobody can tell.</summary>
    private void Total(HeaderColumn column, decimal sum, ProjectDraft draft)
    {
        if (Amount(column) is not AmountCell.Sum { Amount: not 0 } total || InUnits(total, column) is not { } amount || Math.Abs(amount - sum) <= 1) return;
        draft.Extras.Add(new Extra(column.Name, cells.Whole(column)));
        if (once.IsNew(column, "money.total-differs"))
            once.Report(column, "money.total-differs", $"The total {CellFault.Quote(cells.Whole(column))} is not the sum of the years beside it, {sum:0.##}. The years count; the total is kept under its own name, here and in other rows like this.", "Give the amounts of all years, or the total alone.", cells.Line);
    }

    private MoneyLine? Line(MoneyColumns columns, ProjectDraft draft)
    {
        foreach (var column in columns.Amounts)
        {
            var read = Amount(column);
            if (read is AmountCell.NotUnderstood || (read is AmountCell.Sum given && InUnits(given, column) is null))
            {
                var text = cells.Whole(column);
                cells.Report(new CellFault(column, "amount.not-understood", $"{CellFault.Quote(text)} is not understood as an amount; it is kept as written and not counted.", "Write a number, such as 1250000.50, and its currency in a column of its own."));
                draft.Extras.Add(new Extra(column.Name, text));
                continue;
            }

            // Programs that sum write 0 where there is nothing; as a line it would hide the amounts of other kinds.
            if (read is not AmountCell.Sum { Amount: not 0 } sum) continue;
            if (InUnits(sum, column) is not { } amount) continue;
            if (Math.Abs(amount) >= Implausible && column.Meaning!.Multiple != 1 && sum.Multiple == 1 && once.IsNew(column, "amount.implausible"))
                once.Report(column, "amount.implausible", $"{CellFault.Quote(cells.Whole(column))} in units of {column.Meaning.Multiple:N0} is {amount:N0}, which is more than projects of this kind cost.", "Write the amount in the unit of the header, or take the unit out of the header.", cells.Line);
            var isTransaction = columns.Kind is not (MoneyKind.Budget or MoneyKind.PlannedDisbursement);
            if (amount < 0 && !isTransaction && once.IsNew(column, "amount.negative"))
                once.Report(column, "amount.negative", $"{CellFault.Quote(cells.Whole(column))} is less than nothing; it is kept, and lowers the sums.", "Check the amount; leave the cell empty where there is none.", cells.Line);
            var date = style.Date(columns.Date, cells, once, draft, end: false);
            var (start, end) = Period(columns, draft);
            var currency = _currency.Of(columns, column, sum);
            if (currency is not null && currency != Projects.Currency.Usd.Code && (date ?? start) is null)
                once.Count(column, "amount.undated", Undated, "Give the date of each amount, such as “Budget start”.", cells.Line);
            return new MoneyLine(columns.Kind, amount, currency, date, start ?? (isTransaction ? date : null), end, columns.TransactionType, IsRevised(columns.Revised));
        }

        return null;
    }

    private static string Undated(HeaderColumn column, int times) => times == 1
        ? $"Nothing says of when this amount of “{column.Name}” is, so no exchange rate can be chosen; it is kept in its currency and missing from sums in US dollars."
        : $"Nothing says of when {times:N0} amounts of “{column.Name}” are, of which this is the first, so no exchange rate can be chosen; they are kept in their currency and missing from sums in US dollars.";

    private bool IsRevised(HeaderColumn? column) =>
        cells.Text(column).Trim() is "2" || cells.Text(column).Equals("yes", StringComparison.OrdinalIgnoreCase) || cells.Text(column).Equals("true", StringComparison.OrdinalIgnoreCase);

    private AmountCell Amount(HeaderColumn column)
    {
        if (cells.Row.Kind(column.Index) is CellKind.Number)
        {
            var number = AmountCells.Read(cells.Row.Number(column.Index));
            return cells.Row.Format(column.Index) is { Multiple: not 1 and var multiple } && number is AmountCell.Sum shown ? shown with { Amount = shown.Amount * multiple, Multiple = multiple } : number;
        }

        var text = cells.Text(column);
        if (text.Length == 0) return AmountCell.Nothing.Instance;
        if (cells.Row.Kind(column.Index) != CellKind.Text) return AmountCell.NotUnderstood.Instance;
        var read = AmountCells.Read(text, style.Mark(column));
        if (read is AmountCell.Sum { Ambiguous: true } sum && once.IsNew(column, "amount.ambiguous"))
        {
            once.Report(column, "amount.ambiguous", $"{CellFault.Quote(text.ToString())} is read as {sum.Amount:0}: nothing in the column shows whether its mark separates thousands or decimals.", "Write numbers without marks for thousands.", cells.Line);
        }

        if (read is AmountCell.Sum { Guessed: true } multiplied && once.IsNew(column, "amount.by-letter"))
            once.Report(column, "amount.by-letter", $"{CellFault.Quote(text.ToString())} is read as {multiplied.Amount:0.##}.", "Write amounts in full.", cells.Line);

        // A mark before three digits that may as well separate thousands: other cells of the column say that it does not.
        if (read is AmountCell.Sum { Ambiguous: false } decided && text.Length > 4 && text[^4] is '.' or ','
            && once.IsNew(column, "amount.by-column") && AmountCells.Read(text) is AmountCell.Sum { Ambiguous: true } other && other.Amount != decided.Amount)
        {
            once.Report(column, "amount.by-column", $"{CellFault.Quote(text.ToString())} is read as {decided.Amount:0.###}, since other amounts of the table have their decimals behind such a mark.", "Write numbers without marks for thousands.", cells.Line);
        }

        return read;
    }

    private (DateOnly? Start, DateOnly? End) Period(MoneyColumns columns, ProjectDraft draft)
    {
        var start = style.Date(columns.PeriodStart, cells, once, draft, end: false);
        var end = style.Date(columns.PeriodEnd, cells, once, draft, end: true);
        if (start is not null || end is not null) return (start, end);
        if (columns.FixedYear is { } year) return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        if (columns.Year is not { } column || columns.Date is not null && !cells.Row.IsEmpty(columns.Date.Index)) return (null, null);
        return (style.Date(column, cells, once, draft, end: false), style.Date(column, cells, once, draft, end: true));
    }

    /// <summary>In units of the currency; null where that is more than a number holds. A word beside the number counts, and not the one in the header.</summary>
    private decimal? InUnits(AmountCell.Sum sum, HeaderColumn column)
    {
        var multiple = column.Meaning!.Multiple;
        if (multiple == 1) return sum.Amount;
        if (sum.Multiple != 1)
        {
            if (sum.Multiple != multiple && once.IsNew(column, "amount.own-multiple"))
                once.Report(column, "amount.own-multiple", $"{CellFault.Quote(cells.Whole(column))} is read as {sum.Amount:0.##}: the word beside the number counts, and not the header’s unit of {multiple:N0}.", "Write all amounts of the column in the unit of its header.", cells.Line);
            return sum.Amount;
        }

        try
        {
            return sum.Amount * multiple;
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
