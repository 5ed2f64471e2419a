using System.Collections.Frozen;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Names of months in English, French, Spanish and Russian, in full and as they are cut short.</summary>
internal static class MonthNames
{
    private static readonly string[] Names =
    [
        "jan january janv janvier ene enero янв январь января",
        "feb february fev fevr fevrier févr février févier feb febrero фев февр февраль февраля",
        "mar march mars marzo мар март марта",
        "apr april avr avril abr abril апр апрель апреля",
        "may mai mayo май мая",
        "jun june juin junio июн июнь июня",
        "jul july juil juillet julio июл июль июля",
        "aug august aou aout août ago agosto авг август августа",
        "sep sept september septembre septiembre setiembre сен сент сентябрь сентября",
        "oct october octobre octubre окт октябрь октября",
        "nov november novembre noviembre ноя нояб ноябрь ноября",
        "dec december déc décembre decembre dic diciembre дек декабрь декабря",
    ];

    private static readonly FrozenDictionary<string, int> Numbers = Names
        .SelectMany((names, index) => names.Split(' ').Distinct().Select(name => (name, Month: index + 1)))
        .DistinctBy(pair => pair.name)
        .ToFrozenDictionary(pair => pair.name, pair => pair.Month, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>1 to 12, or 0 where the word names no month.</summary>
    public static int Number(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var month) ? month : 0;
}
