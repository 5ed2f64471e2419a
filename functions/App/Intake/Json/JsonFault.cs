using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake.Json;

/// <summary>What is wrong with a record, at a JSON Pointer within it; the line is looked for once all is read.</summary>
internal sealed record JsonFault(string Pointer, string Rule, Severity Severity, string Message, string? Suggestion = null, string? Subject = null);
