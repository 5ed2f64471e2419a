using System.Diagnostics.CodeAnalysis;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>
/// A country by ISO 3166-1 alpha-2 (<c>AF</c>) or a first-level subdivision by ISO 3166-2 (<c>AF-KAN</c>). Capital letters.
/// Equality is by code; the order is that of the codes, so that a country stands before its subdivisions.
/// The default is no place: its <see cref="Value"/> is empty and <see cref="IsNone"/> is true.
/// </summary>
/// <remarks>Any code of the right shape is a value; whether we know it is asked of <see cref="Places.IsKnown"/>.</remarks>
[SuppressMessage("Design", "CA1036", Justification = "The order is for sorting; no code is greater than another.")]
public readonly record struct PlaceCode : IComparable<PlaceCode>
{
    private readonly string? _value;

    private PlaceCode(string value) => _value = value;

    /// <summary><c>AF</c>, <c>AF-KAN</c>, or empty.</summary>
    public string Value => _value ?? "";

    public bool IsNone => _value is null;

    /// <summary>True for a country, false for a subdivision and for no place.</summary>
    public bool IsCountry => Value.Length == 2;

    /// <summary>The country that a subdivision lies in; a country's own code for itself.</summary>
    public PlaceCode Country => Value.Length <= 2 ? this : new PlaceCode(Value[..2]);

    /// <summary>True when this is <paramref name="other"/> or a subdivision of it.</summary>
    public bool IsWithin(PlaceCode other) => this == other || (other.IsCountry && Country == other);

    /// <summary>
    /// Reads two letters, or two letters, a hyphen and one to three letters or digits, in any case, with white space around them.
    /// Names are read by <see cref="Places.Find"/>.
    /// </summary>
    public static bool TryParse(string? text, out PlaceCode code)
    {
        var span = (text ?? "").AsSpan().Trim();
        code = default;
        if (span.Length is not (2 or 4 or 5 or 6) || !char.IsAsciiLetter(span[0]) || !char.IsAsciiLetter(span[1]))
            return false;
        if (span.Length > 2)
        {
            if (span[2] != '-')
                return false;
            foreach (var letter in span[3..])
            {
                if (!char.IsAsciiLetterOrDigit(letter))
                    return false;
            }
        }

        code = new PlaceCode(span.ToString().ToUpperInvariant());
        return true;
    }

    /// <summary>The place of a code that the program itself wrote.</summary>
    /// <exception cref="FormatException">The text has not the shape of a code.</exception>
    public static PlaceCode Parse(string code) =>
        TryParse(code, out var place) ? place : throw new FormatException($"'{code}' is not the code of a place.");

    public bool Equals(PlaceCode other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    public int CompareTo(PlaceCode other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
