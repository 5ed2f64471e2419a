using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake.Json;

/// <summary>What is wrong with a record, at a JSON Pointer within it; the line is looked for once all is read.</summary>
/// <param name="Kept">The text of a property that is not understood, to be kept with the project under the pointer's names.</param>
internal sealed record JsonFault(string Pointer, string Rule, Severity Severity, string Message, string? Suggestion = null, string? Subject = null, string? Kept = null);
