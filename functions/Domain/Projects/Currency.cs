using System.Diagnostics.CodeAnalysis;

namespace ParisPact.Domain.Projects;

/// <summary>
/// A currency by its ISO 4217 alphabetic code: three capital letters, such as <c>USD</c>.
/// Equality is by code. The default is <see cref="None"/>.
/// </summary>
/// <remarks>
/// Any three letters are a value, so that a code that is newer than this release is kept and not lost;
/// whether the code is one that we know is asked of <see cref="Vocabularies.Currencies"/>.
/// </remarks>
[SuppressMessage("Design", "CA1036", Justification = "The order is for sorting; no code is greater than another.")]
public readonly record struct Currency : IComparable<Currency>
{
    private readonly string? _code;

    private Currency(string code) => _code = code;

    /// <summary>ISO 4217's own code for "no currency is involved", <c>XXX</c>; also the default value.</summary>
    public static Currency None => default;

    /// <summary>United States dollar, in which totals are given.</summary>
    public static Currency Usd { get; } = new("USD");

    /// <summary>Euro.</summary>
    public static Currency Eur { get; } = new("EUR");

    /// <summary>Three capital letters; <c>XXX</c> for <see cref="None"/>.</summary>
    public string Code => _code ?? "XXX";

    /// <summary>Reads three letters A–Z in any case, with white space around them; nothing else.</summary>
    public static bool TryParse(string? text, out Currency currency)
    {
        var code = (text ?? "").AsSpan().Trim();
        if (code.Length != 3 || !char.IsAsciiLetter(code[0]) || !char.IsAsciiLetter(code[1]) || !char.IsAsciiLetter(code[2]))
        {
            currency = None;
            return false;
        }

        var upper = code.ToString().ToUpperInvariant();
        currency = upper == "XXX" ? None : new Currency(upper);
        return true;
    }

    /// <summary>The currency of a code that the program itself wrote.</summary>
    /// <exception cref="FormatException">The code is not three letters.</exception>
    public static Currency Parse(string code) =>
        TryParse(code, out var currency) ? currency : throw new FormatException($"'{code}' is not the code of a currency.");

    public bool Equals(Currency other) => string.Equals(Code, other.Code, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    public int CompareTo(Currency other) => string.CompareOrdinal(Code, other.Code);

    public override string ToString() => Code;
}
