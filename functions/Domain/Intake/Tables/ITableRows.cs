namespace ParisPact.Domain.Intake.Tables;

/// <summary>The rows of one table, read once from the first to the last: a CSV file, or a sheet of a workbook.</summary>
public interface ITableRows
{
    /// <summary>Fills the buffer with the next row, blank rows included; false at the end.</summary>
    bool Read(TableRow row);

    /// <summary>Why the rows ended before the table did, once <see cref="Read"/> has answered false; null where they did not.</summary>
    Problem? Fault { get; }
}
