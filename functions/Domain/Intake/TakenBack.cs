namespace ParisPact.Domain.Intake;

/// <summary>That an upload was taken back as a whole.</summary>
/// <param name="By">Who took it back.</param>
/// <param name="Withdrawn">Projects that the upload had created.</param>
/// <param name="Restored">Projects that stand again as they were before it.</param>
public sealed record TakenBack(DateTimeOffset At, string By, int Withdrawn, int Restored);
