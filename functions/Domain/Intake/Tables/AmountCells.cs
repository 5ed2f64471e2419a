using System.Collections.Frozen;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads amounts as people write them: <c>1,273</c>, <c>1.273,50</c>, <c>(500)</c>, <c>USD 1.2m</c>, <c>€ 3,5 Mio</c>. Total.</summary>
public static class AmountCells
{
    private const int LongestText = 80;

    private static readonly FrozenDictionary<string, decimal> Multiples = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase)
    {
        ["k"] = 1_000,
        ["thousand"] = 1_000,
        ["thousands"] = 1_000,
        ["тыс"] = 1_000,
        ["тысяч"] = 1_000,
        ["tsd"] = 1_000,
        ["mille"] = 1_000,
        ["mil"] = 1_000,
        ["lakh"] = 100_000,
        ["lakhs"] = 100_000,
        ["lac"] = 100_000,
        ["lacs"] = 100_000,
        ["crore"] = 10_000_000,
        ["crores"] = 10_000_000,
        ["m"] = 1_000_000,
        ["mn"] = 1_000_000,
        ["mln"] = 1_000_000,
        ["mio"] = 1_000_000,
        ["mill"] = 1_000_000,
        ["million"] = 1_000_000,
        ["millions"] = 1_000_000,
        ["millón"] = 1_000_000,
        ["millon"] = 1_000_000,
        ["millones"] = 1_000_000,
        ["млн"] = 1_000_000,
        ["миллион"] = 1_000_000,
        ["миллиона"] = 1_000_000,
        ["миллионов"] = 1_000_000,
        ["b"] = 1_000_000_000,
        ["bn"] = 1_000_000_000,
        ["billion"] = 1_000_000_000,
        ["billions"] = 1_000_000_000,
        ["mrd"] = 1_000_000_000,
        ["milliard"] = 1_000_000_000,
        ["milliards"] = 1_000_000_000,
        ["млрд"] = 1_000_000_000,
        ["миллиард"] = 1_000_000_000,
        ["миллиардов"] = 1_000_000_000,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> MultipleOf = Multiples.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Fillers =
        new[] { "approx", "approximately", "about", "ca", "circa", "c", "of", "de", "environ", "aprox", "около" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="text">One amount.</param>
    /// <param name="mark">The decimal mark of the column; null where it is not known: then one mark before three digits separates thousands, and the answer says so.</param>
    public static AmountCell Read(ReadOnlySpan<char> text, DecimalMark? mark = null)
    {
        text = text.Trim();
        if (text.Length is > 0 and <= 18 && !text.ContainsAnyExceptInRange('0', '9')) return new AmountCell.Sum(long.Parse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture));
        if (BlankCells.IsBlank(text)) return AmountCell.Nothing.Instance;
        if (text.Length > LongestText) return AmountCell.NotUnderstood.Instance;

        var numberStart = text.IndexOfAnyInRange('0', '9');
        if (numberStart < 0) return EasternDigits.InLatin(text) is { } latin ? Read(latin, mark) : AmountCell.NotUnderstood.Instance;
        if (numberStart > 0 && text[numberStart - 1] is '.' or ',') numberStart--;
        var numberEnd = NumberText.EndOf(text, numberStart);
        var before = text[..numberStart];
        var after = text[numberEnd..];
        if (after.IndexOfAnyInRange('0', '9') >= 0) return AmountCell.NotUnderstood.Instance;

        var words = new AmountWords();
        if (!words.Take(before, MultipleOf, Fillers) || !words.Take(after, MultipleOf, Fillers)) return AmountCell.NotUnderstood.Instance;
        if (words.Currency is { } currency && !IsCurrency(currency)) return AmountCell.NotUnderstood.Instance;
        // 1,273 million is a decimal: nobody groups thousands of millions so.
        var number = NumberText.Read(text[numberStart..numberEnd], mark, decimals: words.Multiple >= 1_000_000);
        if (number is not { } read) return AmountCell.NotUnderstood.Instance;
        try
        {
            var amount = read.Value * words.Multiple;
            // A sign of a currency beside it leaves no doubt that 3m is an amount.
            var guessed = words is { Guessed: true, Currency: null } || text[numberStart..numberEnd].ContainsAny('e', 'E');
            return new AmountCell.Sum(words.Negative ? -amount : amount, words.Currency, read.Shows, read.Ambiguous, guessed) { Multiple = words.Multiple };
        }
        catch (OverflowException)
        {
            return AmountCell.NotUnderstood.Instance;
        }
    }

    /// <summary>A currency that is known or may be, or a code that may be newer than the list; "see annex 2" is no amount.</summary>
    private static bool IsCurrency(string text) => Projects.Currency.TryParse(text, out _) || Currencies.Find(text) is not VocabularyMatch<Projects.Currency>.Unknown;

    /// <summary>A number of a workbook: fifteen digits are all that such a cell holds.</summary>
    public static AmountCell Read(double number) =>
        double.IsFinite(number) && Math.Abs(number) < 1e15 ? new AmountCell.Sum((decimal)number) : AmountCell.NotUnderstood.Instance;
}
