using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>The values of one field in all records: none, one or several in each.</summary>
public sealed class Column
{
    private readonly IReadOnlyList<MatchRecord> _records = [];
    private readonly string[] _single = [];
    private readonly int _field;

    private Column(string[] single) => _single = single;

    private Column(IReadOnlyList<MatchRecord> records, int field) => (_records, _field) = (records, field);

    /// <param name="values">One for each record; empty where it has none.</param>
    public static Column Of(IReadOnlyList<string> values) => new([.. values]);

    /// <param name="field">The place of the field among the records' <see cref="MatchRecord.Values"/>; -1 for their sources.</param>
    public static Column Of(IReadOnlyList<MatchRecord> records, int field) => field < 0 ? new([.. records.Select(static record => record.Source)]) : new(records, field);

    public int Count => _single.Length + _records.Count;

    public ReadOnlySpan<string> this[int record] => _single.Length > 0
        ? MemoryMarshal.CreateReadOnlySpan(in _single[record], 1)
        : _records[record].Of(_field).AsSpan();

    /// <summary>The first value that is not empty; empty where there is none.</summary>
    public string First(int record)
    {
        foreach (var value in this[record])
            if (value.Length > 0) return value;
        return "";
    }
}
