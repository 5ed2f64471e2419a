namespace ParisPact.Domain.Intake.Tables;

/// <summary>One column of the template.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Explanation">What to write.</param>
/// <param name="Example">A cell of the sample row; may be empty.</param>
public sealed record TemplateColumn(string Name, string Explanation, string Example, bool IsRequired = false);
