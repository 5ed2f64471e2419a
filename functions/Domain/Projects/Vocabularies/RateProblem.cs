namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>What is wrong with a line of a file of rates.</summary>
/// <param name="Line">From 1, as an editor shows it.</param>
/// <param name="Column">The title of the column; <c>null</c> when the line as a whole is wrong.</param>
/// <param name="Message">A sentence for the reader.</param>
public sealed record RateProblem(int Line, string? Column, string Message);
