using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>An organisation that gives, runs or oversees assistance. Equality is by <see cref="Key"/>.</summary>
public sealed record Organisation
{
    /// <summary>
    /// What identifies it in the register: its <see cref="Id"/>, or <c>x-</c> and its folded name with hyphens,
    /// such as <c>x-central-asian-regional-information-and-coordination-centre</c>, where IATI gives it no identifier.
    /// </summary>
    public required string Key { get; init; }

    /// <summary>The IATI organisation identifier, such as <c>GB-GOV-1</c> or <c>XM-DAC-41128</c>; <c>null</c> where there is none.</summary>
    public required string? Id { get; init; }

    /// <summary>Name for display, in English where the organisation has an English one.</summary>
    public required string Name { get; init; }

    public required OrganisationType Type { get; init; }

    /// <summary>The country that it belongs to; <c>null</c> for an international one.</summary>
    public required PlaceCode? Country { get; init; }

    /// <summary>Abbreviations, former names, names in other languages, and former identifiers.</summary>
    public required ImmutableArray<string> OtherNames { get; init; }

    public bool Equals(Organisation? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    public override string ToString() => Key;
}
