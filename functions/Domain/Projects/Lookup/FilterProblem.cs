namespace ParisPact.Domain.Projects.Lookup;

/// <summary>What is wrong with one value of a question.</summary>
/// <param name="Parameter">Its name, such as <c>location</c>.</param>
/// <param name="Value">As it was given; empty where nothing was.</param>
/// <param name="Message">What is wrong with it, to follow upon the value where there is one.</param>
/// <param name="Suggestion">What was probably meant; null where nothing is near.</param>
public sealed record FilterProblem(string Parameter, string Value, string Message, string? Suggestion);
