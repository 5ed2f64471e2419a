using System.Buffers;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Functions.Intake.Tables;

/// <summary>
/// The rows of a CSV file. Written for what receipts need and readers of CSV do not give: the line of each row as an editor counts it,
/// cells with line breaks included; where a quotation mark opened that is never closed; no more memory than the longest row.
/// A quotation mark inside a cell that does not begin with one is a letter; so is text behind a closing one.
/// </summary>
internal sealed class CsvRows : ITableRows, IDisposable
{
    /// <summary>As many as a sheet of a workbook has.</summary>
    public const int MostColumns = 16_384;

    /// <summary>UTF-16 characters of one cell that are kept: more than any field takes. What stands behind them is passed over.</summary>
    public const int LongestCell = 1 << 20;

    private readonly TextReader _reader;
    private readonly char _delimiter;
    private readonly SearchValues<char> _ends;
    private char[] _letters = new char[64 * 1024];
    private int _at;
    private int _length;
    private bool _ended;
    private int _line = 1;

    public CsvRows(TextReader reader, char delimiter)
    {
        (_reader, _delimiter) = (reader, delimiter);
        _ends = SearchValues.Create([delimiter, '\n', '\r', '"']);
    }

    public Problem? Fault { get; private set; }

    public void Dispose() => _reader.Dispose();

    public bool Read(TableRow row)
    {
        if (Fault is not null || !Ensure(1)) return false;
        row.Begin(_line);
        while (true)
        {
            if (row.Count == MostColumns)
            {
                Fault = Fatal(row.Line, "table.too-wide", $"The row has more than {MostColumns:N0} columns.", "Is the file a table with one project to a row?");
                return false;
            }

            var end = Cell(row);
            if (end == End.Fault) return false;
            if (end != End.Cell) return true;
        }
    }

    private enum End
    {
        Cell,
        Row,
        Fault,
    }

    private End Cell(TableRow row)
    {
        if (!Ensure(1))
        {
            row.Add("");
            return End.Row;
        }

        if (_letters[_at] == _delimiter)
        {
            row.Add("");
            _at++;
            return End.Cell;
        }

        // Written by hand, a cell often has a space before its quotation mark.
        var spaces = 0;
        while (spaces < 8 && Ensure(spaces + 1) && _letters[_at + spaces] == ' ' && _delimiter != ' ') spaces++;
        if (Ensure(spaces + 1) && _letters[_at + spaces] == '"')
        {
            _at += spaces;
            return Quoted(row);
        }

        var start = _at;
        while (true)
        {
            var found = _letters.AsSpan(_at, _length - _at).IndexOfAny(_ends);
            if (found >= 0 && _letters[_at + found] == '"')
            {
                _at += found + 1;
                if (_at < _length) continue;
                found = -1;
            }

            if (found >= 0)
            {
                _at += found;
                row.Add(_letters.AsSpan(start, _at - start));
                return AfterCell();
            }

            _at = _length;
            if (_at - start > LongestCell)
            {
                row.Append(_letters.AsSpan(start, LongestCell));
                return PassOver(row);
            }

            var before = _at - start;
            if (!More(ref start))
            {
                row.Add(_letters.AsSpan(start, before));
                return End.Row;
            }
        }
    }

    /// <summary>A cell in quotation marks; <see cref="_at"/> stands on the opening one.</summary>
    private End Quoted(TableRow row)
    {
        var opened = _line;
        var length = 0;
        _at++;
        while (true)
        {
            var start = _at;
            var found = _letters.AsSpan(_at, _length - _at).IndexOfAny('"', '\n', '\r');
            _at = found < 0 ? _length : _at + found;
            row.Append(_letters.AsSpan(start, Math.Min(_at - start, LongestCell - length)));
            length = Math.Min(LongestCell, length + _at - start);
            if (found < 0 && !Ensure(1))
            {
                Fault = Fatal(opened, "csv.quote-unterminated", "A quotation mark opens on this line and is not closed.", "Close it, or double it where it belongs to the text.");
                return End.Fault;
            }

            if (found < 0) continue;
            var letter = _letters[_at++];
            if (letter != '"')
            {
                if (length < LongestCell) row.Append([letter]);
                length = Math.Min(LongestCell, length + 1);
                // The two letters of one line break count once, also across two blocks.
                if (letter == '\n' || !Ensure(1) || _letters[_at] != '\n') _line++;
                continue;
            }

            if (!Ensure(1))
            {
                row.AddAppended();
                return End.Row;
            }

            if (_letters[_at] == '"')
            {
                if (length < LongestCell) row.Append("\"");
                length = Math.Min(LongestCell, length + 1);
                _at++;
                continue;
            }

            if (_letters[_at] == _delimiter || _letters[_at] is '\n' or '\r')
            {
                row.AddAppended();
                return AfterCell();
            }

            if (_line > opened && _letters[_at] is not (' ' or '\t'))
            {
                Fault = Fatal(opened, "csv.quote-misplaced", $"A quotation mark opens on this line, and the one on line {_line} that would close it stands within a text.", "Double the quotation marks that belong to the text.");
                return End.Fault;
            }

            // "5 inch" pipes: the rest of the cell is text as it stands.
            Rest(row);
            row.AddAppended();
            return AfterCell();
        }
    }

    private void Rest(TableRow row)
    {
        while (Ensure(1) && _letters[_at] != _delimiter && _letters[_at] is not ('\n' or '\r')) row.Append(_letters.AsSpan(_at++, 1));
    }

    private End AfterCell()
    {
        if (!Ensure(1)) return End.Row;
        var letter = _letters[_at++];
        if (letter == _delimiter) return End.Cell;
        if (letter == '\r' && Ensure(1) && _letters[_at] == '\n') _at++;
        _line++;
        return End.Row;
    }

    private bool Ensure(int count)
    {
        if (_length - _at >= count) return true;
        var start = _at;
        return More(ref start);
    }

    /// <summary>Reads on, keeping what stands from <paramref name="start"/>; false at the end of the file.</summary>
    private bool More(ref int start)
    {
        if (_ended) return false;
        var kept = _length - start;
        if (kept > _letters.Length / 2) Array.Resize(ref _letters, _letters.Length * 2);
        _letters.AsSpan(start, kept).CopyTo(_letters);
        _at -= start;
        start = 0;
        var read = _reader.Read(_letters, kept, _letters.Length - kept);
        _length = kept + read;
        _ended = read == 0;
        return read > 0;
    }

    /// <summary>The rest of a cell that is longer than what is kept.</summary>
    private End PassOver(TableRow row)
    {
        row.AddAppended();
        while (Ensure(1))
        {
            var found = _letters.AsSpan(_at, _length - _at).IndexOfAny(_delimiter, '\n', '\r');
            _at = found < 0 ? _length : _at + found;
            if (found >= 0) return AfterCell();
        }

        return End.Row;
    }

    private static Problem Fatal(int line, string rule, string message, string suggestion) => new(new Position(Line: line), rule, Severity.Fatal, message, suggestion);
}
