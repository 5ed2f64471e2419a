namespace ParisPact.Domain.Intake;

/// <summary>How one field of a project changed, in words that a person reads; null is nothing there.</summary>
/// <param name="Field">The field's name in the JSON contract, such as <c>status</c> or <c>dates.plannedEnd</c>.</param>
public sealed record FieldChange(string Field, string? From, string? To);
