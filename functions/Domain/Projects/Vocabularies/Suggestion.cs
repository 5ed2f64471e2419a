namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>A value that may have been meant.</summary>
/// <param name="Value">The value.</param>
/// <param name="Text">How to name it to a reader, such as <c>Kandahar (AF-KAN)</c>.</param>
public sealed record Suggestion<T>(T Value, string Text)
    where T : notnull
{
    public override string ToString() => Text;
}
