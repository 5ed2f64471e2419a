using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake.Staging;

/// <summary>What became of a record, with its place in the file.</summary>
/// <param name="Number">As in <see cref="StagedProject"/>; <see cref="int.MaxValue"/> for what the file does not hold.</param>
internal sealed record StagedOutcome(int Number, RecordOutcome Record);
