using System.Collections.Immutable;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>Reads the amounts of one activity: budgets, planned disbursements, transactions.</summary>
internal sealed class IatiMoney(IatiElement activity, IatiFile file, ProblemList problems, ExtrasDraft extras)
{
    private readonly List<(int Position, MoneyLine Line)> _lines = [];
    private readonly string? _default = activity.Trimmed("default-currency");
    private readonly HashSet<string> _unknownCurrencies = new(StringComparer.Ordinal);
    private bool _currencyMissed;

    public ImmutableArray<MoneyLine> Lines => InOrder.Of(_lines);

    public void Budget(IatiElement element)
    {
        var kind = element.Name == "budget" ? MoneyKind.Budget : MoneyKind.PlannedDisbursement;
        var start = DateOf(element.Child("period-start"));
        var end = DateOf(element.Child("period-end"));
        problems.Add(MoneyRules.Period(element, start, end));
        if (Value(element) is not { } value) return;
        if (file is { IsWatched: false, IsVersion1: false }) problems.Add(StructureRules.Money(element, value.Date, start, end));
        var revised = element.Trimmed("type") is { } type && (type == "2" || type.Equals("revised", StringComparison.OrdinalIgnoreCase));
        Add(element, new MoneyLine(kind, value.Amount, value.Currency, value.Date, start, end, null, revised));
    }

    /// <summary>The transaction's line; null where it has no amount.</summary>
    public MoneyLine? Transaction(IatiElement element)
    {
        var type = TypeOf(element);
        var date = DateOf(element.Child("transaction-date"));
        var value = Value(element);
        problems.Add(MoneyRules.Transaction(element, date, value?.Date, file.Context.Today));
        if (value is null) return null;
        if (file is { IsWatched: false, IsVersion1: false }) problems.Add(StructureRules.Money(element, value.Date, date, null));
        var kind = Enum.TryParse<MoneyKind>(element["pp:kind"], out var stated) && Enum.IsDefined(stated) ? stated : IatiCodes.KindOf(type);
        var line = new MoneyLine(kind, value.Amount, value.Currency, value.Date, date, IatiValues.Date(element["pp:period-end"]), type);
        Add(element, line);
        return line;
    }

    private void Add(IatiElement element, MoneyLine line) => _lines.Add((InOrder.PositionOf(element, _lines.Count), line));

    private string? TypeOf(IatiElement transaction)
    {
        var element = transaction.Child("transaction-type");
        // Version 1.0 had the type as an attribute of the transaction.
        var text = element?.Trimmed("code") ?? element?.Trimmed("ref") ?? transaction.Trimmed("type") ?? (element is null ? null : IatiText.NameOrNull(element));
        if (text is null)
        {
            if (!file.IsWatched && element?.SaysNothingOf("code") != true) problems.Add(transaction.Warn("iati.transaction-type-missing", "The transaction does not say of which type it is."));
            return null;
        }

        var code = IatiCodes.TransactionType(text);
        if (!IatiCodes.IsTransactionType(code) && transaction["pp:kind"] is null)
            problems.Add((element ?? transaction).WarnOf(element is null ? "type" : "code", "iati.transaction-type-unknown", $"There is no transaction type {Quote.Of(text)}; the amount is kept apart from commitments and spending."));
        return code;
    }

    private sealed record Money(decimal Amount, string? Currency, DateOnly? Date);

    private Money? Value(IatiElement money)
    {
        if (money.Child("value") is not { } value || value.Text.Trim().Length == 0)
        {
            problems.Add(money.Warn("iati.value-missing", $"The {money.Name} has no amount, and is left out."));
            return null;
        }

        var amount = IatiValues.Number(value.Text);
        if (amount is null && (amount = IatiValues.LooseNumber(value.Text)) is not null)
            problems.Add(value.Warn("iati.amount-form", $"The amount {Quote.Of(value.Text)} is read as {amount.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)}.", "Write digits, and a point before decimals."));
        if (amount is null)
        {
            extras.Add($"{money.Name}/value", value.Text.Trim());
            problems.Add(value.Warn("amount.not-understood", $"{Quote.Of(value.Text)} is not understood as an amount; it is kept as written and not counted.", "Write digits, and a point before decimals."));
            return null;
        }

        return new Money(amount.Value, CurrencyOf(value), DateIn(value, "value-date"));
    }

    private string? CurrencyOf(IatiElement value)
    {
        var text = value.Trimmed("currency") ?? _default;
        if (text is null)
        {
            if (!_currencyMissed && !value.SaysNothingOf("currency"))
                problems.Add(value.Warn("iati.currency-missing", "The amount has no currency, and the activity no default currency, so that it counts in no sum.", "Add default-currency to the activity."));
            _currencyMissed = true;
            return null;
        }

        if (Currency.TryParse(text, out var code) && Currencies.IsKnown(code)) return code.Code;
        var match = Currencies.Find(text);
        // A sign or name that means one currency only is as good as its code.
        if (match is VocabularyMatch<Currency>.Found { Exact: true } found) return found.Value.Code;
        if (!_unknownCurrencies.Add(text)) return text;
        var at = value.Trimmed("currency") is null ? activity.WarnOf("default-currency", "currency.unknown", Message()) : value.WarnOf("currency", "currency.unknown", Message());
        problems.Add(at with { Suggestion = match.DidYouMean is { } meant ? $"Did you mean {meant}?" : null });
        return text;

        string Message() => $"There is no currency {Quote.Of(text)}; amounts in it are shown and count in no sum.";
    }

    private DateOnly? DateOf(IatiElement? element)
    {
        if (element is null) return null;
        if (element.Trimmed("iso-date") is not null || element.SaysNothingOf("iso-date")) return DateIn(element, "iso-date");
        var date = IatiValues.Date(element.Text);
        if (date is null && !file.IsWatched) problems.Add(element.Warn("date.not-understood", $"The {element.Name} has no date that can be read{(element.Text.Trim().Length > 0 ? ": " + Quote.Of(element.Text) : "")}.", "Write it as iso-date=\"yyyy-mm-dd\"."));
        return date;
    }

    private DateOnly? DateIn(IatiElement element, string attribute)
    {
        if (element.Trimmed(attribute) is not { } text) return null;
        var date = IatiValues.Date(text);
        if (date is null) problems.Add(element.WarnOf(attribute, "date.not-understood", $"{Quote.Of(text)} is no date; it is left out.", "Write it as yyyy-mm-dd."));
        return date;
    }
}
