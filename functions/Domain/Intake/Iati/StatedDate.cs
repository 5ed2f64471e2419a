namespace ParisPact.Domain.Intake.Iati;

/// <summary>A date of an activity that could be read.</summary>
/// <param name="Type">IATI ActivityDateType: 1 planned start, 2 actual start, 3 planned end, 4 actual end.</param>
public sealed record StatedDate(IatiElement Element, int Type, DateOnly Date);
