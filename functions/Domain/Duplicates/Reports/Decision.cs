namespace ParisPact.Domain.Duplicates.Reports;

/// <summary>What somebody decided on a pair.</summary>
/// <param name="Note">Empty where they gave none.</param>
/// <param name="By">The name under which they are signed in.</param>
public sealed record Decision(PairKind Verdict, string Note, string By, DateTimeOffset At);
