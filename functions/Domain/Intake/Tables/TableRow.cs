using System.Globalization;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>
/// One row of a table as a file holds it. A buffer that readers fill again and again, so that a row costs no memory of its own;
/// who wants to keep a row keeps the buffer.
/// </summary>
public sealed class TableRow
{
    private char[] _letters = new char[256];
    private Slot[] _slots = new Slot[16];
    private int _used;
    private int _open;

    /// <summary>The line where the row begins, from 1, as an editor or a spreadsheet shows it.</summary>
    public int Line { get; private set; }

    /// <summary>How many cells the row has; a cell beyond them is empty.</summary>
    public int Count { get; private set; }

    /// <summary>UTF-16 characters of text in the row's own buffer: what keeping it costs.</summary>
    public int Size => _used + (Count * 8);

    public bool IsBlank
    {
        get
        {
            for (var column = 0; column < Count; column++)
                if (!IsEmpty(column)) return false;
            return true;
        }
    }

    public void Begin(int line) => (Line, Count, _used, _open) = (line, 0, 0, 0);

    /// <summary>Takes the other row's content, and leaves it this one's buffers to be filled again.</summary>
    public void TakeOver(TableRow other)
    {
        (_letters, other._letters) = (other._letters, _letters);
        (_slots, other._slots) = (other._slots, _slots);
        (Line, Count, _used, _open) = (other.Line, other.Count, other._used, other._open);
        other.Begin(0);
    }

    /// <summary>Adds a cell with a copy of the text.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        if (_used + text.Length > _letters.Length) Array.Resize(ref _letters, Math.Max(_letters.Length * 2, _used + text.Length));
        text.CopyTo(_letters.AsSpan(_used));
        Next() = new Slot { Start = _used, Length = text.Length };
        _used += text.Length;
        _open = _used;
    }

    /// <summary>Adds to the text of a cell that comes in parts; <see cref="AddAppended"/> makes it a cell.</summary>
    public void Append(ReadOnlySpan<char> text)
    {
        if (_used + text.Length > _letters.Length) Array.Resize(ref _letters, Math.Max(_letters.Length * 2, _used + text.Length));
        text.CopyTo(_letters.AsSpan(_used));
        _used += text.Length;
    }

    public void AddAppended()
    {
        Next() = new Slot { Start = _open, Length = _used - _open };
        _open = _used;
    }

    public void Add(string text) => Next() = new Slot { Text = text };

    /// <param name="number">For a date, the days since 0001-01-01.</param>
    /// <param name="format">What the cell shows beside the number; null where nothing is known about it.</param>
    public void Add(double number, CellKind kind, NumberFormat? format = null) => Next() = new Slot { Number = number, Kind = kind, Format = format };

    public void AddError(string text) => Next() = new Slot { Text = text, Kind = CellKind.Error };

    public CellKind Kind(int column) => column < Count ? _slots[column].Kind : CellKind.Text;

    public double Number(int column) => _slots[column].Number;

    public NumberFormat? Format(int column) => _slots[column].Format;

    public bool IsEmpty(int column) => Kind(column) is CellKind.Text or CellKind.Error && Text(column).Length == 0;

    /// <summary>The cell as text without white space around it, and without what makes a formula text; a number as it is written in full, a day as <c>yyyy-MM-dd</c>.</summary>
    public ReadOnlySpan<char> Text(int column)
    {
        if (column >= Count) return default;
        ref var slot = ref _slots[column];
        if (!slot.IsBare) MakeBare(ref slot);
        return slot.Text is { } own ? own.AsSpan(slot.Start, slot.Length) : _letters.AsSpan(slot.Start, slot.Length);
    }

    /// <summary>A cell is asked for again and again: what stands around its text is taken off the first time.</summary>
    private void MakeBare(ref Slot slot)
    {
        if (slot.Kind is CellKind.Number or CellKind.Percentage or CellKind.Date) slot.Text = Written(slot);
        if (slot.Text is { } own) (slot.Start, slot.Length) = (0, own.Length);
        var whole = slot.Text is null ? _letters.AsSpan(slot.Start, slot.Length) : slot.Text.AsSpan();
        var text = whole.Trim();
        // Zero bytes and other controls that nobody sees are no text.
        if (text is [< ' ', ..] or [.., < ' ']) text = TrimControls(text);
        if (text is ['\'', _, ..]) text = SafeCell.Bare(text).Trim();
        if (text.IsEmpty) slot.Length = 0;
        else if (whole.Overlaps(text, out var before)) (slot.Start, slot.Length) = (slot.Start + before, text.Length);
        slot.IsBare = true;
    }

    private static ReadOnlySpan<char> TrimControls(ReadOnlySpan<char> text)
    {
        while (text is [< ' ', ..]) text = text[1..].TrimStart();
        while (text is [.., < ' ']) text = text[..^1].TrimEnd();
        return text;
    }

    private ref Slot Next()
    {
        if (Count == _slots.Length) Array.Resize(ref _slots, Count * 2);
        return ref _slots[Count++];
    }

    private static string Written(Slot slot) => slot.Kind switch
    {
        CellKind.Date => DateTime.MinValue.AddDays(slot.Number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        CellKind.Percentage => Math.Round(slot.Number * 100, 10).ToString(CultureInfo.InvariantCulture) + "%",
        // "R" would write 1E+16 for a long account number.
        _ => Math.Abs(slot.Number) < 1e15 ? slot.Number.ToString(CultureInfo.InvariantCulture) : slot.Number.ToString("F0", CultureInfo.InvariantCulture),
    };

    private struct Slot
    {
        public int Start;
        public int Length;
        public string? Text;
        public double Number;
        public NumberFormat? Format;
        public CellKind Kind;
        public bool IsBare;
    }
}
