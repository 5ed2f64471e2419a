using System.Globalization;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>
/// A header taken apart: what it is about, and what it says beside that, in brackets or in words of its own, such as the currency
/// of <c>Budget (EUR)</c>, the year of <c>Budget 2024</c>, the role of <c>participating-org-ref (Funding)</c>.
/// </summary>
internal sealed class HeaderWords
{
    private TablePart? _part;
    private string? _language;
    private string? _currency;
    private decimal _multiple = 1;
    private bool _restated;
    private int? _year;
    private OrganisationRole? _role;
    private DateOrder? _order;
    private string? _sign;
    private bool _index;
    private bool _amount;

    /// <summary>What is left when all that is understood by itself is taken away.</summary>
    public string Bare { get; private set; } = "";

    public static HeaderWords Of(string header)
    {
        var words = new HeaderWords();
        if (header.Contains('%', StringComparison.Ordinal)) words._part = TablePart.Percentage;
        var open = header.IndexOfAny(['(', '[']);
        var outside = header;
        while (open >= 0)
        {
            var close = outside.IndexOfAny([')', ']'], open);
            if (close < 0) close = outside.Length;
            words.TakeNote(outside[(open + 1)..close]);
            outside = outside[..open] + " " + outside[Math.Min(close + 1, outside.Length)..];
            open = outside.IndexOfAny(['(', '[']);
        }

        words.TakeWords(Folding.Fold(SplitCamel(outside)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words;
    }

    /// <summary>What the bare header means, with what was taken away from it; null where that contradicts it.</summary>
    public ColumnMeaning? Qualify(ColumnMeaning bare)
    {
        // "Donor 2" is a second donor; "Goal 2" is a figure about a second goal.
        if (_index && !TakesSeveral(bare.Field)) return null;
        // "Donor 1 amount (USD)" is no donor.
        if (bare.Field != TableField.Money && (_amount || _currency is not null || _multiple != 1)) return null;
        var part = _part ?? bare.Part;
        // "Donor type" is a type, "Currency type" is listed as it is, and a sector has no type.
        if (part is TablePart.Type or TablePart.Role && bare.Field is not (TableField.Organisation or TableField.Reporting)) return bare with { Field = TableField.Kept };
        if (part == TablePart.Currency && bare.Field != TableField.Money) return bare with { Field = TableField.Kept };
        if (part == TablePart.Percentage && bare.Field is not (TableField.Country or TableField.Region or TableField.Place or TableField.Province or TableField.Sector or TableField.Theme))
            return bare with { Field = TableField.Kept };
        return bare with
        {
            Part = part == TablePart.Code && !HasCode(bare.Field) ? bare.Part : part,
            Language = _language,
            Currency = _currency,
            Multiple = _multiple,
            Sign = _sign,
            Restated = _restated,
            Year = _restated ? null : _year,
            Role = _role ?? bare.Role,
            Order = _order,
        };
    }

    private static bool TakesSeveral(TableField field) =>
        field is TableField.Organisation or TableField.Country or TableField.Region or TableField.Place or TableField.Province or TableField.District or TableField.Sector or TableField.Theme or TableField.Paper;

    private static bool HasCode(TableField field) =>
        field is TableField.Organisation or TableField.Reporting or TableField.Country or TableField.Region or TableField.Province or TableField.Sector;

    private void TakeNote(string note)
    {
        var key = Folding.Fold(note);
        if (key.Length == 0) return;
        if (Year(key) is { } year) _year = year;
        else if (HeaderVocabulary.Languages.TryGetValue(key, out var language)) _language = language;
        else if (HeaderVocabulary.Parts.TryGetValue(key, out var part)) _part = part;
        else if (HeaderUnits.Of(note) is { } unit) (_currency, _multiple, _sign) = (unit.Currency ?? _currency, unit.Multiple, unit.Sign);
        else if (key.Contains("dd", StringComparison.Ordinal) && key.Contains("mm", StringComparison.Ordinal)) _order = key.IndexOf("dd", StringComparison.Ordinal) < key.IndexOf("mm", StringComparison.Ordinal) ? DateOrder.DayFirst : DateOrder.MonthFirst;
        else if (OrganisationRoles.Find(key).TryGet(out var role)) _role = role;
        else if (key.Split(' ').Any(HeaderVocabulary.Restatements.Contains)) _restated = true;
        else if (key.Length == 2 && char.IsAsciiLetterLower(key[0]) && char.IsAsciiLetterLower(key[1])) _language ??= key;
    }

    private void TakeWords(string[] words)
    {
        // "Бюджет, тыс. долл. США" and "Budget US$ million" name their unit behind the words.
        for (var count = Math.Min(4, words.Length - 1); count >= 2; count--)
        {
            if (HeaderUnits.Of(string.Join(' ', words[^count..])) is not { } unit || unit is { Currency: null, Sign: null }) continue;
            (_currency, _multiple, _sign) = (unit.Currency, unit.Multiple, unit.Sign);
            words = words[..^count];
            break;
        }

        // "Project ID (mandatory)" is listed as it stands, although "ID" by itself says which part of something it is.
        if (HeaderNames.IsListed(string.Concat(words)))
        {
            Bare = string.Join(' ', words);
            return;
        }

        var left = new List<string>(words.Length);
        for (var at = 0; at < words.Length; at++)
        {
            var word = words[at];
            if (word == "us" && at + 1 < words.Length && words[at + 1] is "$" or "dollar" or "dollars") word = words[++at] == "$" ? "us$" : "us dollars";
            if (HeaderVocabulary.Restatements.Contains(word) && words.Length > 1) _restated = true;
            else if (Year(word) is { } year && words.Length > 1) _year = year;
            else if (words.Length > 1 && HeaderVocabulary.Parts.TryGetValue(word, out var part)) _part = Combine(part);
            else if (at > 0 && HeaderVocabulary.Languages.TryGetValue(word, out var language)) _language = language;
            else if (words.Length > 1 && IsCurrency(word, out var currency)) _currency = currency;
            else if (words.Length > 1 && CurrencyMultiple.Split(word) is { Multiplier: > 1 } multiple && word.Length > 1) _multiple = multiple.Multiplier;
            else if (words.Length > 1 && IsIndex(word)) _index = true;
            else left.Add(word);
        }

        Bare = string.Join(' ', left);
        // "Name of the donor": idle words go only where the name is not listed with them.
        if (HeaderNames.IsListed(Bare)) return;
        var fewer = left.Where(word => !HeaderVocabulary.Idle.Contains(word)).ToList();
        if (fewer.Count == 0) return;
        Bare = string.Join(' ', fewer);
        _amount = left.Contains("amount");
    }

    private TablePart Combine(TablePart part) => _part switch
    {
        TablePart.Type when part == TablePart.Code => TablePart.Type,
        TablePart.Vocabulary => TablePart.Vocabulary,
        TablePart.Percentage => TablePart.Percentage,
        _ => part,
    };

    private static bool IsCurrency(string word, out string? code)
    {
        code = null;
        // Codes such as ALL, TRY and TOP are words before they are currencies.
        if (word is "all" or "try" or "top" or "cup") return false;
        if (word.Length == 3 && Currency.TryParse(word, out var known) && Currencies.IsKnown(known)) code = known.Code;
        else if ((HeaderVocabulary.CurrencyWords.Contains(word) || word.Any(IsSign)) && Currencies.Find(word).TryGet(out var named)) code = named.Code;
        return code is not null;
    }

    /// <summary>Whether a text has the code, the sign or an unmistakable name of a currency in it.</summary>
    public static bool NamesCurrency(string text) => Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(static word => IsCurrency(word, out _));

    private static bool IsSign(char letter) => char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol;

    private static int? Year(string word) =>
        word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1980 and <= 2100 ? year : null;

    private static bool IsIndex(string word) => word.Length <= 2 && word.All(char.IsAsciiDigit);

    private static string SplitCamel(string text)
    {
        var split = new System.Text.StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            if (at > 0 && char.IsUpper(text[at]) && char.IsLower(text[at - 1])) split.Append(' ');
            split.Append(text[at]);
        }

        return split.ToString();
    }
}
