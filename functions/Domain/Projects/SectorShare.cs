namespace ParisPact.Domain.Projects;

/// <summary>A sector that a project works in, and the part of it that falls to this sector within its vocabulary.</summary>
/// <param name="Vocabulary">IATI SectorVocabulary: <c>1</c> DAC five digits, <c>2</c> DAC three digits, <c>99</c> the reporter's own, and so on.</param>
/// <param name="Code">The code, or the text as written where it is not known.</param>
/// <param name="Percentage">Over 0 to 100; null where the file gave none, which counts as an equal share of what is left and shows as assumed.</param>
/// <param name="Name">The name beside the code, as written; null where there is none.</param>
public sealed record SectorShare(string Vocabulary, string Code, decimal? Percentage = null, string? Name = null);
