namespace ParisPact.Domain.Intake.Tables;

/// <summary>One column of a table.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Name">The header as written, at most 200 characters; the column's letters where it has none.</param>
/// <param name="Meaning">null where it is not understood.</param>
public sealed record HeaderColumn(int Index, string Name, ColumnMeaning? Meaning)
{
    public bool IsNamed { get; init; } = true;

    /// <summary>The column's letters as a spreadsheet shows them: A to Z, AA and so on.</summary>
    public static string Letters(int index)
    {
        var letters = "";
        for (var rest = index + 1; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters;
    }
}
