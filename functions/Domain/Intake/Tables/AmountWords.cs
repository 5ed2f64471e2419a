using System.Collections.Frozen;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>What stands around the digits of an amount: sign, currency, multiple.</summary>
internal ref struct AmountWords
{
    private bool _open;
    private bool _several;

    public AmountWords()
    {
    }

    public decimal Multiple { get; private set; } = 1;

    public bool Negative { get; private set; }

    public string? Currency { get; private set; }

    /// <summary>True where one letter alone multiplies: <c>3 m</c> may be months or metres.</summary>
    public bool Guessed { get; private set; }

    /// <summary>Takes one side; false where something stands there that is none of these.</summary>
    public bool Take(
        ReadOnlySpan<char> side,
        FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> multiples,
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> fillers)
    {
        for (var at = 0; at < side.Length;)
        {
            var letter = side[at];
            if (char.IsLetter(letter) || IsSign(letter))
            {
                var start = at;
                while (at < side.Length && (char.IsLetter(side[at]) || IsSign(side[at]) || (side[at] == '.' && at + 1 < side.Length && char.IsLetter(side[at + 1])))) at++;
                if (!TakeWord(side[start..at], multiples, fillers)) return false;
                continue;
            }

            switch (letter)
            {
                // 1.000,- and 500.– are whole amounts: the dash stands for the cents.
                case '-' or '−' or '–' or '—' when at > 0 && side[at - 1] is ',' or '.' or '-' or '–' or '—': break;
                case '-' or '−' or '–': Negative = !Negative; break;
                case '(': _open = true; break;
                // Brackets around the whole are the accountants' minus; around a word they say nothing.
                case ')': Negative |= _open && !_several; break;
                case '+' or '~' or '≈' or '.' or ',' or '\'' or ':' or '=' or '*': break;
                default:
                    if (!char.IsWhiteSpace(letter)) return false;
                    break;
            }

            at++;
        }

        if (side.Length > 0 && !_open) _several = true;
        return true;
    }

    private bool TakeWord(
        ReadOnlySpan<char> word,
        FrozenDictionary<string, decimal>.AlternateLookup<ReadOnlySpan<char>> multiples,
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> fillers)
    {
        var bare = word.TrimEnd('.');
        if (multiples.TryGetValue(bare, out var multiple))
        {
            if (Multiple != 1) return false;
            (Multiple, Guessed) = (multiple, bare.Length == 1 && char.IsAsciiLetter(bare[0]));
            return true;
        }

        // 3.5m€ and 2mUSD are written without a space.
        if (bare.Length >= 2 && char.ToLowerInvariant(bare[0]) is 'm' or 'k' && Multiple == 1 && (IsSign(bare[1]) || (bare.Length == 4 && bare[1..] is "USD" or "EUR" or "GBP")))
        {
            Multiple = char.ToLowerInvariant(bare[0]) == 'k' ? 1_000 : 1_000_000;
            bare = bare[1..];
        }

        if (fillers.Contains(bare)) return true;
        if (bare.Length > 24) return false;
        Currency = Currency is null ? bare.ToString() : Currency + " " + bare.ToString();
        return Currency.Length <= 40;
    }

    private static bool IsSign(char letter) => char.GetUnicodeCategory(letter) == System.Globalization.UnicodeCategory.CurrencySymbol;
}
