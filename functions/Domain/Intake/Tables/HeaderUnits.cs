using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>What the amounts of a column are counted in, as headers write it: <c>EUR '000</c>, <c>in US$ million</c>, <c>k€</c>, <c>тыс. долл. США</c>.</summary>
/// <param name="Currency">ISO 4217 code; null where there is none, or where several currencies bear the name.</param>
/// <param name="Multiple">1 where none is named.</param>
/// <param name="Sign">The name that several currencies bear, such as <c>$</c> or <c>сом</c>; null where there is none.</param>
internal sealed record HeaderUnits(string? Currency, decimal Multiple, string? Sign = null)
{
    /// <returns>null where the text is no unit.</returns>
    public static HeaderUnits? Of(string text)
    {
        var unit = text.Trim().Replace("d'", " ", StringComparison.Ordinal).Replace("d’", " ", StringComparison.Ordinal);
        foreach (var word in (ReadOnlySpan<string>)["in ", "en ", "in the ", "в "])
            if (unit.StartsWith(word, StringComparison.OrdinalIgnoreCase)) unit = unit[word.Length..].Trim();
        if (unit.Length is 0 or > 40) return null;
        if (Currencies.FindUnit(unit).TryGet(out var found)) return new HeaderUnits(found.Currency.Code, found.Multiplier);
        // k€, M€, kUSD, mUSD, USDm, $k: one letter multiplies.
        if (unit.Length > 1 && Letter(unit[0]) is > 1 and var before && Named(unit[1..].Trim(), before) is { } first) return first;
        if (unit.Length > 1 && Letter(unit[^1]) is > 1 and var behind && Named(unit[..^1].Trim(), behind) is { } last) return last;
        var (multiple, rest) = CurrencyMultiple.Split(Folding.Fold(unit));
        return rest is "" or "us" ? multiple > 1 ? new HeaderUnits(null, multiple) : null : Named(rest, multiple);
    }

    private static HeaderUnits? Named(string name, decimal multiple) => Currencies.Find(name) switch
    {
        VocabularyMatch<Currency>.Found found => new HeaderUnits(found.Value.Code, multiple),
        VocabularyMatch<Currency>.Ambiguous => new HeaderUnits(null, multiple, name),
        _ => null,
    };

    private static decimal Letter(char letter) => letter switch { 'k' or 'K' => 1_000, 'm' or 'M' => 1_000_000, _ => 1 };
}
