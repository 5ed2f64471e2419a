namespace ParisPact.Domain.Intake.Tables;

/// <summary>Rows that were read too far, and then those that follow them.</summary>
internal sealed class RowsOnward(IEnumerable<TableRow> taken, ITableRows rest) : ITableRows
{
    private readonly Queue<TableRow> _taken = new(taken);

    public Problem? Fault => rest.Fault;

    public bool Read(TableRow row)
    {
        if (!_taken.TryDequeue(out var next)) return rest.Read(row);
        row.TakeOver(next);
        return true;
    }
}
