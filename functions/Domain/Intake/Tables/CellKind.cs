namespace ParisPact.Domain.Intake.Tables;

/// <summary>What a cell holds, as far as the file says it; cells of a CSV file are all <see cref="Text"/>.</summary>
public enum CellKind
{
    Text = 0,

    /// <summary>A number of a workbook.</summary>
    Number,

    /// <summary>A number of a workbook that is shown as a percentage: 0.25 for 25 %.</summary>
    Percentage,

    /// <summary>A day of a workbook; the cell's number is its <see cref="DateTime.Ticks"/> in days.</summary>
    Date,

    /// <summary>An error of a workbook's formula, such as <c>#N/A</c>.</summary>
    Error,
}
