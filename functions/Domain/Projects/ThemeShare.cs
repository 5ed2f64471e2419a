namespace ParisPact.Domain.Projects;

/// <summary>A thematic area that a project declares, and the part of it that falls to this area.</summary>
/// <param name="Theme">A theme's id; null where the text is not one of ours.</param>
/// <param name="AsWritten">As the file had it.</param>
/// <param name="Percentage">Over 0 to 100; null where the file gave none, which counts as an equal share of what is left and shows as assumed.</param>
public sealed record ThemeShare(string? Theme, string AsWritten, decimal? Percentage = null);
