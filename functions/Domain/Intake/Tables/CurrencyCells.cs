using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Tells in which currency an amount of a row is.</summary>
internal sealed class CurrencyCells(RowCells cells, ColumnProblems once)
{
    private readonly TextCache<string> _currencies = new();
    private readonly TextCache<(string Written, CellFault Fault)> _unknown = new();

    /// <summary>What the cell names beside its number, else the header, the columns of currencies, or the cell's format, in this order; null where nothing does.</summary>
    public string? Of(MoneyColumns columns, HeaderColumn column, AmountCell.Sum sum)
    {
        var header = column.Meaning!.Currency;
        if (sum.Currency is not null) return header is not null && MayBe(sum.Currency, header) ? header : Named(sum.Currency, column);
        var format = cells.Row.Kind(column.Index) == CellKind.Number ? cells.Row.Format(column.Index)?.Currency : null;
        if (header is not null) return Shown(header, column, format);
        foreach (var currency in columns.Currency)
            if (cells.Text(currency) is { Length: > 0 } text) return Shown(Named(text, currency), column, format);
        if (format is not null) return Named(format, column);
        if (column.Meaning.Sign is { } sign && MayBe(sign, Currency.Usd.Code)) return Named(sign, column);
        if (once.IsNew(column, "currency.missing"))
            once.Report(column, "currency.missing", $"{(column.Meaning.Sign is null ? "Nothing says" : "The header does not say")} in which currency the amounts of “{column.Name}” are; they are kept and cannot be converted.", $"Add a column “Currency”, or name it in the header: “{column.Name} (USD)”.", cells.Line);
        return null;
    }

    /// <summary>A format is often left over from another file: what the table says in words counts, and a cell that shows another currency is told.</summary>
    private string? Shown(string? currency, HeaderColumn column, string? format)
    {
        if (format is not null && currency is not null && format != currency && !MayBe(format, currency) && once.IsNew(column, "currency.contradiction"))
            once.Report(column, "currency.contradiction", $"The cell shows {CellFault.Quote(format)}, and the table says {CellFault.Quote(currency)}; the table counts.", "Correct one of the two.", cells.Line);
        return currency;
    }

    private string? Named(ReadOnlySpan<char> text, HeaderColumn column)
    {
        if (_currencies.TryGet(text, out var known)) return known;
        if (_unknown.TryGet(text, out var unknown))
        {
            cells.Report(unknown.Fault with { Column = column });
            return unknown.Written;
        }

        var written = CellText.Clean(text);
        var match = Currencies.Find(written);
        if (match.TryGet(out var currency)) return _currencies.Add(text, currency.Code);
        if (match is VocabularyMatch<Currency>.Ambiguous several && several.Candidates.Any(candidate => candidate.Value == Currency.Usd))
        {
            once.Report(column, "currency.assumed", $"{CellFault.Quote(written)} is read as US dollars.", "Write USD, or the code of the currency that was meant.", cells.Line);
            return Currency.Usd.Code;
        }

        var fault = new CellFault(column, "currency.unknown", $"{CellFault.Quote(written)} is no currency that the register knows; the amount is kept and cannot be converted.", SectorCells.Suggest(match.DidYouMean) ?? "Write a code of three letters, such as USD.");
        cells.Report(fault);
        return _unknown.Add(text, (written, fault)).Written;
    }

    /// <summary>A sign of several currencies, such as <c>$</c>, beside a header that names one of them.</summary>
    private static bool MayBe(string sign, string code) =>
        Currencies.Find(sign) is VocabularyMatch<Currency>.Ambiguous several && several.Candidates.Any(candidate => candidate.Value.Code == code);
}
