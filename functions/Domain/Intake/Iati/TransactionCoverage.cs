namespace ParisPact.Domain.Intake.Iati;

/// <summary>How many of an activity's transactions say what they are for, and where.</summary>
/// <param name="All">Transactions of the activity.</param>
/// <param name="WithSector">Those that name a sector.</param>
/// <param name="WithRecipient">Those that name a recipient country or region.</param>
public readonly record struct TransactionCoverage(int All, int WithSector, int WithRecipient);
