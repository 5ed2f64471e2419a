using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Projects;

/// <summary>A place where a project works, and the part of it that falls to this place.</summary>
/// <param name="Code">Country or first-level subdivision; null where the place is not known by name, or is a region of several countries.</param>
/// <param name="AsWritten">As the file had it; for an IATI region its code, such as <c>298</c>.</param>
/// <param name="Percentage">Over 0 to 100; null where the file gave none, which counts as an equal share of what is left and shows as assumed.</param>
/// <param name="Region">IATI Region code (DAC) where the place is a region of several countries; null otherwise.</param>
/// <param name="Name">The name beside the code, as written, such as a district; null where there is none.</param>
public sealed record PlaceShare(PlaceCode? Code, string AsWritten, decimal? Percentage = null, int? Region = null, string? Name = null);
