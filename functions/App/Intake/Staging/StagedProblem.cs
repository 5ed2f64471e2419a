using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake.Staging;

/// <summary>A problem, with the record that it concerns.</summary>
/// <param name="Number">As in <see cref="StagedProject"/>; -1 for the file itself.</param>
/// <param name="Reference">As written; null where the record has none, or for the file itself.</param>
public sealed record StagedProblem(int Number, string? Reference, Problem Problem);
