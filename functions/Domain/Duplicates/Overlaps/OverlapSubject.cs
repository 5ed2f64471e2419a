using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Overlaps;

/// <summary>What of a project decides whether it overlaps with another.</summary>
/// <param name="Key">Tells it from all others.</param>
/// <param name="Partner">Two projects of one partner do not overlap: it knows of both.</param>
/// <param name="Provinces">First-level subdivisions by ISO 3166-2; a whole country is no place to meet.</param>
/// <param name="Themes">Thematic areas by id.</param>
/// <param name="Sectors">DAC purposes: five digits.</param>
/// <param name="Words">Of its titles, folded, each once.</param>
public sealed record OverlapSubject(
    string Key,
    string Partner,
    ImmutableArray<string> Provinces,
    ImmutableArray<string> Themes,
    ImmutableArray<string> Sectors,
    DateOnly? Start,
    DateOnly? End,
    ImmutableArray<string> Words);
