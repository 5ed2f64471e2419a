using System.Diagnostics.CodeAnalysis;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>A country by ISO 3166-1 alpha-2 (<c>AF</c>) or one of its first-level subdivisions by ISO 3166-2 (<c>AF-KAN</c>). The default value is no place.</summary>
public readonly record struct PlaceCode
{
    private readonly string? _value;

    private PlaceCode(string value) => _value = value;

    public string Value => _value ?? throw new InvalidOperationException("The default PlaceCode is no place.");

    /// <summary>The country that it is, or lies in.</summary>
    public PlaceCode Country => IsCountry ? this : new PlaceCode(Value[..2]);

    public bool IsCountry => Value.Length == 2;

    /// <summary>Reads a code by its form alone, in any case: two letters, or two letters, a hyphen and one to three letters or digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PlaceCode code)
    {
        code = default;
        if (text is null || text.Length is not (2 or (>= 4 and <= 6))) return false;
        var upper = text.ToUpperInvariant();
        if (!char.IsAsciiLetterUpper(upper[0]) || !char.IsAsciiLetterUpper(upper[1])) return false;
        if (upper.Length > 2 && upper[2] != '-') return false;
        foreach (var letter in upper.AsSpan(Math.Min(3, upper.Length)))
            if (!char.IsAsciiLetterUpper(letter) && !char.IsAsciiDigit(letter)) return false;
        code = new PlaceCode(upper);
        return true;
    }

    public override string ToString() => _value ?? "";
}
