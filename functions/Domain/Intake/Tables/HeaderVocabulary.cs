using System.Collections.Frozen;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Words of headers that say something beside what the column is about.</summary>
internal static class HeaderVocabulary
{
    public static readonly FrozenDictionary<string, TablePart> Parts = new Dictionary<string, TablePart>
    {
        ["code"] = TablePart.Code,
        ["codes"] = TablePart.Code,
        ["ref"] = TablePart.Code,
        ["id"] = TablePart.Code,
        ["reference"] = TablePart.Code,
        ["kod"] = TablePart.Code,
        ["percentage"] = TablePart.Percentage,
        ["percent"] = TablePart.Percentage,
        ["percentages"] = TablePart.Percentage,
        ["pct"] = TablePart.Percentage,
        ["share"] = TablePart.Percentage,
        ["pourcentage"] = TablePart.Percentage,
        ["porcentaje"] = TablePart.Percentage,
        ["dolya"] = TablePart.Percentage,
        ["type"] = TablePart.Type,
        ["types"] = TablePart.Type,
        ["role"] = TablePart.Role,
        ["vocabulary"] = TablePart.Vocabulary,
        ["currency"] = TablePart.Currency,
        ["valyuta"] = TablePart.Currency,
        ["devise"] = TablePart.Currency,
        ["moneda"] = TablePart.Currency,
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, string> Languages = new Dictionary<string, string>
    {
        ["en"] = "en",
        ["english"] = "en",
        ["anglais"] = "en",
        ["ingles"] = "en",
        ["eng"] = "en",
        ["fr"] = "fr",
        ["french"] = "fr",
        ["francais"] = "fr",
        ["fra"] = "fr",
        ["es"] = "es",
        ["spanish"] = "es",
        ["espanol"] = "es",
        ["ru"] = "ru",
        ["russian"] = "ru",
        ["rus"] = "ru",
        ["fa"] = "fa",
        ["farsi"] = "fa",
        ["dari"] = "fa",
    }.ToFrozenDictionary();

    public static readonly FrozenSet<string> Restatements =
        new[] { "constant", "deflated", "defl", "real", "current", "converted", "equivalent", "nominal" }.ToFrozenSet();

    /// <summary>Words that narrow nothing: <c>Name of donor</c>, <c>Donor name</c>, <c>total-Commitment</c>.</summary>
    public static readonly FrozenSet<string> Idle = new[] { "name", "names", "list", "s", "total", "main", "primary", "the", "of", "in", "and", "amount", "fy", "nom", "nombre", "if", "any" }.ToFrozenSet();

    public static readonly FrozenSet<string> CurrencyWords =
        new[] { "euro", "euros", "evro", "us dollars", "us dollar", "us$", "rub", "rubl", "rubley", "roubles", "rubles", "tenge", "somoni" }.ToFrozenSet();

    /// <summary>Whether a folded text speaks of amounts of money.</summary>
    public static bool IsAboutMoney(string text) => text.Split(' ').Any(MoneyWords.Contains);

    private static readonly FrozenSet<string> MoneyWords = new[]
    {
        "amount", "amounts", "figures", "values", "budget", "budgets", "money", "montant", "montants", "chiffres", "valeurs", "importe", "importes", "cifras", "valores", "montos", "presupuesto", "summa", "summy", "biudzhet", "byudzhet", "znacheniia",
    }.ToFrozenSet();
}
