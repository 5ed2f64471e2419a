namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>The days of a field.</summary>
internal sealed class Days
{
    /// <summary>Where there is no day.</summary>
    public const int None = int.MinValue;

    private readonly int[] _days;
    private readonly string[] _digits;

    public Days(IReadOnlyList<string> column)
    {
        _digits = [.. column.Select(static text => text.AsSpan().ContainsAnyExceptInRange('0', '9') ? Digits(text) : text)];
        _days = [.. _digits.Select(Day)];
    }

    /// <summary>A day's number; <see cref="None"/> where the record has none that a calendar knows.</summary>
    public int this[int record] => _days[record];

    /// <summary>As written, digits alone; empty where there are none.</summary>
    public string Digits(int record) => _digits[record];

    private static string Digits(string text)
    {
        Span<char> digits = stackalloc char[16];
        var count = 0;
        foreach (var letter in text)
            if (char.IsAsciiDigit(letter) && count < digits.Length) digits[count++] = letter;
        return new string(digits[..count]);
    }

    private static int Day(string digits)
    {
        if (digits.Length < 4 || !int.TryParse(digits.AsSpan(0, 4), out var year) || year is 0) return None;
        if (digits.Length == 4) return new DateOnly(year, 1, 1).DayNumber;
        return digits.Length >= 8 && int.TryParse(digits.AsSpan(4, 2), out var month) && int.TryParse(digits.AsSpan(6, 2), out var day) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day).DayNumber
            : None;
    }
}
