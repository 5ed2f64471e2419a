namespace ParisPact.Domain.Intake;

/// <summary>One thing that is wrong with a file, at the place that it concerns.</summary>
/// <param name="At">Where.</param>
/// <param name="Rule">The rule's id, stable and lower-case with hyphens and one dot, such as <c>date.not-understood</c>.</param>
/// <param name="Severity">What it does to the record or file.</param>
/// <param name="Message">One plain sentence for the person who made the file. Quotes at most 200 characters of it.</param>
/// <param name="Suggestion">What was probably meant, or what to do; null where there is nothing to say.</param>
/// <param name="Subject">The name that is unknown to the vocabularies, whole, for somebody who may know it; null for every other problem. Not part of a receipt.</param>
public sealed record Problem(Position At, string Rule, Severity Severity, string Message, string? Suggestion = null, string? Subject = null);
