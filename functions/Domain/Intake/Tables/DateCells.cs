namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads dates as people and spreadsheets write them. Total: any text gives one of the four answers.</summary>
public static class DateCells
{
    private const int LongestText = 60;
    private static readonly DateOnly FirstSerial = new(1899, 12, 30);
    private static readonly System.Globalization.PersianCalendar SolarCalendar = new();

    /// <param name="text">One date; a time of day behind it is passed over.</param>
    /// <param name="order">How dates of three numbers are read; null where it is not known, which reads them day first and says so.</param>
    /// <param name="end">A month or a year alone means its last day where true, its first where false.</param>
    public static DateCell Read(ReadOnlySpan<char> text, DateOrder? order = null, bool end = false)
    {
        text = text.Trim();
        if (BlankCells.IsBlank(text)) return DateCell.Nothing.Instance;
        if (IsIso(text, out var y, out var m, out var d)) return IsSolarYear(y) ? Solar(y, m, d) : Of(y, m, d);
        if (text.Length > LongestText) return DateCell.NotUnderstood.Instance;
        var parts = new DateParts(text);
        if (!parts.Understood) return EasternDigits.InLatin(text) is { } latin ? Read(latin, order, end) : DateCell.NotUnderstood.Instance;
        if (parts.Quarter > 0 && parts.Count == 1)
            return Month(parts.Year(0), end ? parts.Quarter * 3 : (parts.Quarter * 3) - 2, end);
        return parts.Month > 0 ? WithMonthName(parts, end) : parts.Count switch
        {
            1 => One(parts, end),
            2 => Two(parts, end),
            3 => Three(parts, order),
            _ => DateCell.NotUnderstood.Instance,
        };
    }

    /// <summary>A day as <c>yyyy-MM-dd</c>; null for anything else, which <see cref="Read(ReadOnlySpan{char}, DateOrder?, bool)"/> may understand.</summary>
    public static DateOnly? Iso(ReadOnlySpan<char> text) => IsIso(text, out var year, out var month, out var day) && IsDay(year, month, day) && (year, month, day) is not (1900, 1, 1) ? new DateOnly(year, month, day) : null;

    /// <summary>A number of a workbook that is not formatted as a date: a year, a serial day, or <c>yyyyMMdd</c>.</summary>
    public static DateCell Read(double number, bool end = false)
    {
        if (number == 0) return DateCell.Nothing.Instance;
        if (number is >= 20_000 and < 80_000) return new DateCell.Day(FirstSerial.AddDays((int)number));
        if (number != Math.Floor(number) || number is < 0 or > 99_999_999) return DateCell.NotUnderstood.Instance;
        Span<char> text = stackalloc char[8];
        return ((int)number).TryFormat(text, out var length, default, System.Globalization.CultureInfo.InvariantCulture)
            ? Read(text[..length], null, end)
            : DateCell.NotUnderstood.Instance;
    }

    private static DateCell One(DateParts parts, bool end)
    {
        var number = parts.Number(0);
        return parts.Digits(0) switch
        {
            4 => Year(number, end),
            // Days since 1900 as a spreadsheet that lost the format writes them: 1954 to 2118.
            5 when number is >= 20_000 and < 80_000 => new DateCell.Day(FirstSerial.AddDays(number)),
            6 when IsYear(number / 100) && number % 100 is >= 1 and <= 12 => Month(number / 100, number % 100, end),
            8 when number == 0 => DateCell.Nothing.Instance,
            8 when IsYear(number / 10_000) => Of(number / 10_000, number / 100 % 100, number % 100),
            _ => DateCell.NotUnderstood.Instance,
        };
    }

    private static DateCell Two(DateParts parts, bool end) => (parts.Digits(0), parts.Digits(1)) switch
    {
        // 2023/24 is a year of accounts, which begins on another day in each country.
        (4, 2) when parts.Number(1) == (parts.Number(0) + 1) % 100 && parts.Number(1) > 12 => DateCell.NotUnderstood.Instance,
        (4, <= 2) => Month(parts.Number(0), parts.Number(1), end),
        ( <= 2, 4) => Month(parts.Number(1), parts.Number(0), end),
        _ => DateCell.NotUnderstood.Instance,
    };

    private static DateCell Three(DateParts parts, DateOrder? order)
    {
        if (parts.Digits(0) == 4 && parts.Digits(1) <= 2 && parts.Digits(2) <= 2)
            return IsSolarYear(parts.Number(0)) ? Solar(parts.Number(0), parts.Number(1), parts.Number(2)) : Of(parts.Number(0), parts.Number(1), parts.Number(2));
        if (parts.Digits(0) > 2 || parts.Digits(1) > 2 || parts.Digits(2) is not (2 or 4)) return DateCell.NotUnderstood.Instance;
        var (first, second, year) = (parts.Number(0), parts.Number(1), parts.Year(2));
        if (first == 0 && second == 0) return DateCell.Nothing.Instance;
        if (IsSolarYear(year)) return Solar(year, second, first);
        // 5.3.2024 is written day first wherever dots are used.
        if (parts.Dotted && second <= 12) return Of(year, second, first);
        if (first > 12 && first <= 31 && second <= 12) return Of(year, second, first) is DateCell.Day day ? day with { Shows = DateOrder.DayFirst } : DateCell.NoSuchDay.Instance;
        if (second > 12 && second <= 31 && first <= 12) return Of(year, first, second) is DateCell.Day day ? day with { Shows = DateOrder.MonthFirst } : DateCell.NoSuchDay.Instance;
        if (first > 12 || second > 12) return DateCell.NoSuchDay.Instance;
        var read = order == DateOrder.MonthFirst ? Of(year, first, second) : Of(year, second, first);
        return order is null && first != second && read is DateCell.Day either ? either with { Ambiguous = true } : read;
    }

    private static DateCell WithMonthName(DateParts parts, bool end)
    {
        if (parts.Count == 1) return Month(parts.Year(0), parts.Month, end);
        if (parts.Count != 2) return DateCell.NotUnderstood.Instance;
        var yearFirst = parts.Digits(0) == 4;
        if (!yearFirst && parts.Digits(1) is not (2 or 4)) return DateCell.NotUnderstood.Instance;
        return yearFirst ? Of(parts.Number(0), parts.Month, parts.Number(1)) : Of(parts.Year(1), parts.Month, parts.Number(0));
    }

    private static DateCell Year(int year, bool end) =>
        year == 0 ? DateCell.Nothing.Instance
        : !IsYear(year) ? DateCell.NotUnderstood.Instance
        : new DateCell.Day(end ? new DateOnly(year, 12, 31) : new DateOnly(year, 1, 1));

    private static DateCell Month(int year, int month, bool end)
    {
        if (year == 0 || month == 0) return DateCell.Nothing.Instance;
        if (!IsYear(year) || month > 12) return DateCell.NoSuchDay.Instance;
        return new DateCell.Day(new DateOnly(year, month, end ? DateTime.DaysInMonth(year, month) : 1));
    }

    private static DateCell Of(int year, int month, int day)
    {
        // What databases and spreadsheets write where there is no date.
        if (year == 0 || month == 0 || day == 0 || (year, month, day) is (1900, 1, 1) or (1, 1, 1)) return DateCell.Nothing.Instance;
        return IsDay(year, month, day) ? new DateCell.Day(new DateOnly(year, month, day)) : DateCell.NoSuchDay.Instance;
    }

    /// <summary>A day of the solar calendar of Afghanistan and Iran.</summary>
    private static DateCell Solar(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1 || day > SolarCalendar.GetDaysInMonth(year, month)) return DateCell.NoSuchDay.Instance;
        return new DateCell.Day(DateOnly.FromDateTime(SolarCalendar.ToDateTime(year, month, day, 0, 0, 0, 0))) { Solar = true };
    }

    /// <summary>1921 to 2120, of which no year is one of a date in the Gregorian calendar that this register could hold.</summary>
    private static bool IsSolarYear(int year) => year is >= 1300 and < 1500;

    private static bool IsDay(int year, int month, int day) => IsYear(year) && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool IsIso(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        (year, month, day) = (0, 0, 0);
        return text.Length == 10 && text[4] == '-' && text[7] == '-' && Digits(text[..4], out year) && Digits(text[5..7], out month) && Digits(text[8..], out day);
    }

    /// <summary>No project of this register ran before 1900; a year outside is a slip of the hand.</summary>
    private static bool IsYear(int year) => year is >= 1900 and <= 2199;

    private static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter)) return false;
            number = (number * 10) + (letter - '0');
        }

        return true;
    }
}
