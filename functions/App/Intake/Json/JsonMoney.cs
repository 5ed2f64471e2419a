using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake.Json;

/// <summary>Reads amounts.</summary>
internal static class JsonMoney
{
    /// <summary>The kind of the amounts of a property such as <c>budgets</c>; null where the property holds none.</summary>
    public static MoneyKind? KindOf(string property) => property switch
    {
        "budgets" => MoneyKind.Budget,
        "plannedDisbursements" => MoneyKind.PlannedDisbursement,
        "commitments" => MoneyKind.Commitment,
        "disbursements" => MoneyKind.Disbursement,
        "expenditures" => MoneyKind.Expenditure,
        "incomingFunds" => MoneyKind.IncomingFunds,
        _ => null,
    };

    public static MoneyLine? Line(JsonCursor value, MoneyKind? kind)
    {
        var line = new MoneyLine(kind ?? MoneyKind.Budget, 0, null);
        decimal? amount = null;
        foreach (var (name, part) in value.Properties())
        {
            switch (name)
            {
                case "kind" when kind is null: kind = Kind(part); break;
                case "kind": Agree(part, kind!.Value); break;
                case "amount": amount = part.Amount(); break;
                case "currency": line = line with { Currency = Currency(part) }; break;
                case "valueDate": line = line with { ValueDate = part.Date() }; break;
                case "periodStart": line = line with { PeriodStart = part.Date() }; break;
                case "periodEnd": line = line with { PeriodEnd = part.Date() }; break;
                case "transactionType": line = line with { TransactionType = part.Code() }; break;
                case "revised": line = line with { Revised = part.Truth() ?? false }; break;
                default: part.Keep(); break;
            }
        }

        if (value.Element.ValueKind != System.Text.Json.JsonValueKind.Object) return null;
        if (amount is null && !value.Element.TryGetProperty("amount", out _)) value.Refuse("amount.missing", "The line has no amount.", "Add \"amount\".");
        if (kind is null && !value.Element.TryGetProperty("kind", out _)) value.Refuse("amount.kind-missing", "The line does not say what kind of amount it is.", "Add \"kind\", such as \"budget\".");
        return amount is { } sum && kind is { } known ? line with { Kind = known, Amount = sum } : null;
    }

    /// <summary>In an array of budgets, a line is a budget, whatever else it says.</summary>
    private static void Agree(JsonCursor value, MoneyKind kind)
    {
        if (value.Text() is { } text && !text.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase))
            value.Warn("amount.kind-differs", $"{JsonCursor.Quote(text)} stands in the array of another kind of amount; the array counts.", "Move the line into the array of its kind, or into \"money\".", kept: text);
    }

    private static MoneyKind? Kind(JsonCursor value)
    {
        if (value.Text() is not { } text) return null;
        foreach (var kind in Enum.GetValues<MoneyKind>())
            if (text.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase)) return kind;
        value.Refuse("amount.kind-unknown", $"{JsonCursor.Quote(text)} is no kind of amount.", "Write budget, plannedDisbursement, commitment, disbursement, expenditure, incomingFunds or other.");
        return null;
    }

    private static string? Currency(JsonCursor value)
    {
        if (value.Code() is not { } text) return null;
        var match = Currencies.Find(text);
        if (match.TryGet(out var currency)) return currency.Code;
        value.Warn("currency.unknown", $"{JsonCursor.Quote(text)} is no currency that the register knows; the amount is kept and cannot be converted.", "Write a code of three letters, such as USD.");
        return text;
    }
}
