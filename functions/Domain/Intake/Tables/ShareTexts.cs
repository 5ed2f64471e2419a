namespace ParisPact.Domain.Intake.Tables;

/// <summary>The cells of one group of columns; empty where there is nothing.</summary>
internal readonly record struct ShareTexts(string Name, string Code, string Percentage, string Vocabulary)
{
    public bool IsEmpty => Name.Length == 0 && Code.Length == 0;
}
