namespace ParisPact.Domain.Intake.Iati;

/// <summary>A percentage that an activity gives for one sector, country or region, as the rules about sums see it.</summary>
/// <param name="Element">The sector, recipient country or recipient region.</param>
/// <param name="Vocabulary">Its vocabulary by the codes of version 2; <c>1</c> where the file names none.</param>
/// <param name="Percentage">Null where there is none that can be read.</param>
public sealed record StatedShare(IatiElement Element, string Vocabulary, decimal? Percentage);
