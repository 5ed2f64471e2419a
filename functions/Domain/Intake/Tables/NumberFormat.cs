using System.Globalization;
using System.Text;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>What the number format of a workbook's cell shows beside the number: <c>[$€-407] #,##0.00</c>, <c>#,##0 "AFN"</c>, <c>0.0,,"m$"</c>, <c>0%</c>.</summary>
/// <param name="Currency">The sign, code or name that the cell shows; null where it shows none.</param>
/// <param name="Multiple">By what the shown unit multiplies the number in the cell: 1,000 for <c>#,##0 "k€"</c>; 1 for <c>#,##0, "k€"</c>, which shows thousands of it.</param>
public sealed record NumberFormat(bool IsPercentage, string? Currency, decimal Multiple)
{
    private static readonly NumberFormat Plain = new(false, null, 1);

    /// <param name="format">As the workbook has it. Not one of those that each country's programs show in their own currency.</param>
    public static NumberFormat Of(string? format)
    {
        if (string.IsNullOrEmpty(format)) return Plain;
        if (format.Contains('%', StringComparison.Ordinal)) return new NumberFormat(true, null, 1);
        var (shown, thousands) = Shown(format);
        if (shown.Length is 0 or > 20 || HeaderUnits.Of(shown) is not { } unit) return Plain;
        var sign = unit.Currency ?? unit.Sign;
        return sign is null && unit.Multiple == 1 ? Plain : new NumberFormat(false, sign, unit.Multiple == 1 ? 1 : unit.Multiple / Power(thousands));
    }

    /// <summary>The letters that the first part of the format shows, and how often it divides by a thousand.</summary>
    private static (string Text, int Thousands) Shown(string format)
    {
        var text = new StringBuilder();
        var (commas, inDigits) = (0, false);
        for (var at = 0; at < format.Length && format[at] != ';'; at++)
        {
            var letter = format[at];
            if (letter is '0' or '#' or '?') (commas, inDigits) = (0, true);
            else if (letter == ',' && inDigits) commas++;
            else if (letter == '"' && format.IndexOf('"', at + 1) is > 0 and var quote) (text, at) = (text.Append(format, at + 1, quote - at - 1), quote);
            else if (letter == '[' && format.IndexOf(']', at) is > 0 and var bracket) (text, at) = (text.Append(Sign(format[(at + 1)..bracket])), bracket);
            else if (letter == '\\' && at + 1 < format.Length) text.Append(format[++at]);
            else if (letter is '_' or '*') at++;
            else if (char.GetUnicodeCategory(letter) == UnicodeCategory.CurrencySymbol) text.Append(letter);
        }

        return (text.ToString().Trim(), commas);
    }

    /// <summary><c>$€-407</c> is the sign and the language it is written in; <c>Red</c> is a colour.</summary>
    private static string Sign(string bracket) => bracket.StartsWith('$') ? bracket[1..(bracket.LastIndexOf('-') is > 0 and var dash ? dash : bracket.Length)] : "";

    private static decimal Power(int thousands)
    {
        var power = 1m;
        for (var at = 0; at < Math.Min(thousands, 4); at++) power *= 1_000;
        return power;
    }
}
