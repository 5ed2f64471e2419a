namespace ParisPact.Domain.Intake.Tables;

/// <summary>One entry of a list in a cell.</summary>
/// <param name="Text">Without its percentage; not empty.</param>
/// <param name="Percentage">As written, which may be no percentage of anything, such as 130; null where there is none.</param>
public readonly record struct Share(string Text, decimal? Percentage = null);
