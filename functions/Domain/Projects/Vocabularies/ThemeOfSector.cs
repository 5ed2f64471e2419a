namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>The part of a sector that falls to a theme.</summary>
/// <param name="Theme">The theme.</param>
/// <param name="Percentage">Above 0, up to 100.</param>
public sealed record ThemeOfSector(Theme Theme, decimal Percentage);
