namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Days as fields have them.</summary>
internal static class Days
{
    /// <summary>Where there is no day.</summary>
    public const int None = int.MinValue;

    /// <summary>As written, digits alone; empty where there are none.</summary>
    public static string Digits(string text) => text.AsSpan().ContainsAnyExceptInRange('0', '9') ? DigitsOf(text) : text;

    /// <summary>The day of the first value that a calendar knows; <see cref="None"/> where there is none.</summary>
    public static int[] Of(Column column)
    {
        var days = new int[column.Count];
        for (var record = 0; record < days.Length; record++)
        {
            days[record] = None;
            foreach (var value in column[record])
                if ((days[record] = Day(Digits(value))) != None) break;
        }

        return days;
    }

    private static string DigitsOf(string text)
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
