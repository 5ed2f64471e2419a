namespace ParisPact.Domain.Intake;

/// <summary>How often one rule spoke in a file: all of it, also where a receipt lists only the first.</summary>
/// <param name="Listed">How many of <paramref name="Count"/> the receipt lists one by one.</param>
public sealed record RuleCount(string Rule, Severity Severity, int Count, int Listed);
