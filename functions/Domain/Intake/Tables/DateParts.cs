namespace ParisPact.Domain.Intake.Tables;

/// <summary>The numbers and the month's name in a text that may be a date.</summary>
internal ref struct DateParts
{
    private int _first;
    private int _second;
    private int _third;
    private int _digits;
    private int _roman;

    public DateParts(ReadOnlySpan<char> text)
    {
        var at = 0;
        Understood = true;
        while (at < text.Length && Understood)
        {
            var letter = text[at];
            if (char.IsAsciiDigit(letter)) at = TakeNumber(text, at);
            else if (char.IsLetter(letter)) at = TakeWord(text, at);
            else if (char.IsWhiteSpace(letter) || letter is '-' or '/' or '.' or ',' or '\'' or '–' or '\\' or '_' or '(' or ')') at++;
            else Understood = false;
        }

        if (Count == 0 || _roman > 0 && Quarter == 0) Understood = false;
    }

    public bool Understood { get; private set; }

    /// <summary>How many numbers, up to 3.</summary>
    public int Count { get; private set; }

    /// <summary>1 to 12 where a month is named; 0 otherwise.</summary>
    public int Month { get; private set; }

    /// <summary>1 to 4 where a quarter is named; 0 otherwise.</summary>
    public int Quarter { get; private set; }

    /// <summary>True where dots stand between the numbers.</summary>
    public bool Dotted { get; private set; }

    public readonly int Number(int index) => index switch { 0 => _first, 1 => _second, _ => _third };

    /// <summary>How many digits the number is written with.</summary>
    public readonly int Digits(int index) => (_digits >> (index * 8)) & 255;

    /// <summary>The number as a year: two digits mean 1970 to 2069.</summary>
    public readonly int Year(int index) => Number(index) is var year && Digits(index) > 2 ? year : year + (year < 70 ? 2000 : 1900);

    private int TakeNumber(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        var number = 0;
        while (at < text.Length && char.IsAsciiDigit(text[at]) && at - start < 9) number = (number * 10) + (text[at++] - '0');
        if (at < text.Length && text[at] == ':') return TakeTime(text);
        if (at - start == 9 && !IsTimestamp(text, start, out at)) Understood = false;
        if (at - start > 9) (number, at) = (int.Parse(text.Slice(start, 8), System.Globalization.CultureInfo.InvariantCulture), text.Length);
        if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1])) Dotted = true;
        var digits = Math.Min(at - start, 8);
        // The fraction of a serial day is a time.
        if (Dotted && Count == 0 && digits == 5) at = text.Length;
        switch (Count)
        {
            case 0: _first = number; break;
            case 1: _second = number; break;
            case 2: _third = number; break;
            default: Understood = false; return at;
        }

        _digits |= digits << (Count * 8);
        Count++;
        return at;
    }

    /// <summary>A time of day ends the date; what stood before its hour is the date.</summary>
    private int TakeTime(ReadOnlySpan<char> text)
    {
        if (Count == 0) Understood = false;
        return text.Length;
    }

    private static bool IsTimestamp(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - start is 12 or 14;
    }

    private int TakeWord(ReadOnlySpan<char> text, int at)
    {
        var start = at;
        while (at < text.Length && char.IsLetter(text[at])) at++;
        var word = text[start..at];
        // Of 2024-03-05T00:00:00Z only the day is read: what follows is a time of day.
        if (word is "T" or "t" && Count == 3) return text.Length;
        if (word is "Q" or "q" or "T" or "кв" && at < text.Length && text[at] is >= '1' and <= '4' && Quarter == 0)
        {
            Quarter = text[at] - '0';
            return at + 1;
        }

        if (Quarter == 0 && Roman(word) is > 0 and var roman)
        {
            _roman = roman;
            return at;
        }

        if (Quarter == 0 && IsQuarter(word))
        {
            // "II кв. 2024", "1st quarter 2024": the number before it is the quarter's.
            if (_roman > 0) Quarter = _roman;
            else if (Count == 1 && Digits(0) == 1 && _first is >= 1 and <= 4) (Quarter, Count, _digits) = (_first, 0, 0);
            else Understood = false;
            return at;
        }

        if (MonthNames.Number(word) is > 0 and var month && Month == 0) Month = month;
        else if (!IsFiller(word)) Understood = false;
        return at;
    }

    private static int Roman(ReadOnlySpan<char> word) => word switch { "I" => 1, "II" => 2, "III" => 3, "IV" => 4, _ => 0 };

    private static bool IsQuarter(ReadOnlySpan<char> word) => word is "quarter" or "Quarter" or "qtr" or "Qtr" or "кв" or "квартал" or "квартала" or "trimestre" or "Trimestre" or "trim";

    private static bool IsFiller(ReadOnlySpan<char> word) =>
        word is "of" or "the" or "de" or "del" or "st" or "nd" or "rd" or "th" or "er" or "г" or "гг" or "годы" or "года" or "год" or "й" or "го" or "e" or "ème" or "o"
            or "Mon" or "Tue" or "Wed" or "Thu" or "Fri" or "Sat" or "Sun"
            or "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday" or "UTC" or "GMT" or "AM" or "PM";
}
