namespace ParisPact.Domain.Projects;

/// <summary>Text in one language, as IATI's narrative element.</summary>
/// <param name="Text">The text, trimmed, without markup and control characters; not empty.</param>
/// <param name="Language">ISO 639-1 code in lower case; null where the file did not say.</param>
public sealed record Narrative(string Text, string? Language = null);
