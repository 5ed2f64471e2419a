using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>The currencies that we know by name: those of ISO 4217, and withdrawn ones that old files still hold.</summary>
/// <remarks>Source: ISO 4217, in the edition of IATI codelist Currency; withdrawn codes from ISO 4217 table A.3.</remarks>
public static class Currencies
{
    private static readonly Lazy<(ImmutableArray<Currency> All, FrozenDictionary<Currency, string> Names, Lexicon<Currency> Lexicon)> Register = new(Load);

    /// <summary>All currencies, in the order of their codes.</summary>
    public static ImmutableArray<Currency> All => Register.Value.All;

    public static bool IsKnown(Currency currency) => Register.Value.Names.ContainsKey(currency);

    /// <summary>English name for display; the code itself for a currency that we do not know.</summary>
    public static string Name(Currency currency) => Register.Value.Names.GetValueOrDefault(currency) ?? currency.Code;

    /// <summary>
    /// Reads a code, a sign or a name: <c>USD</c>, <c>US$</c>, <c>€</c>, <c>Swiss francs</c>, <c>FS--Switz</c>.
    /// A sign or word that several currencies share, such as <c>$</c> or <c>rupees</c>, is ambiguous.
    /// A multiple such as <c>USD thousand</c> is no currency: see <see cref="FindUnit"/>.
    /// </summary>
    public static VocabularyMatch<Currency> Find(string? text) => Register.Value.Lexicon.Find(text);

    /// <summary>Reads a currency together with the multiple that stands in column titles: <c>USD thousand</c>, <c>US$ '000</c>, <c>million EUR</c>.</summary>
    public static VocabularyMatch<CurrencyUnit> FindUnit(string? text)
    {
        var (multiplier, rest) = CurrencyMultiple.Split(Lexicon<Currency>.KeyOf(text));
        return Find(rest) switch
        {
            VocabularyMatch<Currency>.Found found => new VocabularyMatch<CurrencyUnit>.Found(new CurrencyUnit(found.Value, multiplier), found.Exact),
            VocabularyMatch<Currency>.Ambiguous several => new VocabularyMatch<CurrencyUnit>.Ambiguous([.. several.Candidates.Select(In)]),
            var unknown => new VocabularyMatch<CurrencyUnit>.Unknown(() => unknown is VocabularyMatch<Currency>.Unknown { Suggestion: { } near } ? In(near) : null),
        };

        Suggestion<CurrencyUnit> In(Suggestion<Currency> currency) => new(new CurrencyUnit(currency.Value, multiplier), currency.Text);
    }

    private static (ImmutableArray<Currency> All, FrozenDictionary<Currency, string> Names, Lexicon<Currency> Lexicon) Load()
    {
        var rows = Table.Read("currencies.tsv", row => (Currency: Currency.Parse(row["code"]), Name: row["en"], Other: row.List("other")));
        var names = rows.ToFrozenDictionary(row => row.Currency, row => row.Name);
        var spellings = rows.SelectMany(row => row.Other
            .Union([row.Currency.Code, row.Name])
            .SelectMany(spelling => new[] { spelling, $"{row.Currency.Code} {spelling}", $"{spelling} {row.Currency.Code}" })
            .Select(spelling => (spelling, row.Currency)));
        return ([.. names.Keys.Order()], names, Lexicon<Currency>.Of(spellings, currency => $"{names[currency]} ({currency.Code})"));
    }
}
