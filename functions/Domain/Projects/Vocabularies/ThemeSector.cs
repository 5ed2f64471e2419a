namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>That a DAC sector maps to a theme.</summary>
/// <param name="Code">Three or five digits.</param>
/// <param name="Reason">Why, in a few words.</param>
public sealed record ThemeSector(string Code, string Reason);
