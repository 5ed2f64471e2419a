using System.Collections.Immutable;

namespace ParisPact.Domain.Intake;

/// <summary>What became of one record of an upload, with the fields that changed.</summary>
/// <param name="Line">Where the record begins in the file; null where the file does not hold it (withdrawn).</param>
public sealed record RecordOutcome(string? Reference, Outcome Outcome, ImmutableArray<FieldChange> Changes, string? Sheet = null, int? Line = null);
