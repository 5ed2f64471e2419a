using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Intake.Formats;

/// <summary>What a file is, and why it is refused where it is.</summary>
/// <param name="Refusal">Fatal; null where the format is one that is read.</param>
/// <param name="Warning">What was noticed of a file that is read; null where there is nothing to say.</param>
internal sealed record DetectedFormat(FileFormat Format, Problem? Refusal = null, Problem? Warning = null)
{
    public static DetectedFormat Refused(string rule, string message, string? suggestion = null) =>
        new(FileFormat.Refused, new Problem(Position.File, rule, Severity.Fatal, message, suggestion));
}
