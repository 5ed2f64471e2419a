using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ThemeShare = ParisPact.Domain.Projects.ThemeShare;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads the cells that name sectors.</summary>
internal static class SectorCells
{
    /// <summary>A sector, or the thematic area that stands where a sector was asked for.</summary>
    internal readonly record struct Reading(SectorShare Sector, ThemeShare? Theme);

    public static CellReading<Reading> Read(ShareColumns columns, ShareTexts cells, bool fraction)
    {
        var faults = new List<CellFault>();
        var vocabularies = cells.Vocabulary.Length == 0 ? [] : ShareList.SplitParallel(cells.Vocabulary);
        var entries = ShareEntries.Read(columns, cells, fraction, IsSector, IsSector, faults);
        var sectors = ImmutableArray.CreateBuilder<Reading>(entries.Count);
        foreach (var (at, entry) in entries.Index())
        {
            sectors.Add(One(columns, entry, Vocabulary(vocabularies, at, entries.Count), faults));
        }

        return new CellReading<Reading>([.. Merged(sectors)], [.. faults]);
    }

    private static bool IsSector(string text) => Sectors.Find(text) is VocabularyMatch<Sector>.Found;

    /// <summary>
    /// IATI's code for the vocabulary of an entry; null where the cells do not say it. Of vocabularies that IATI has no code for,
    /// the first of a record is 99 and another one 98, so that the percentages of each add up by themselves.
    /// </summary>
    private static string? Vocabulary(string[] texts, int at, int count)
    {
        if (texts.Length != count) return texts is [var only] ? VocabularyOf(only) : null;
        if (VocabularyOf(texts[at]) is { } code and not "99") return code;
        // An entry without one among entries that have one is of another list than theirs.
        if (texts[at].Length == 0 && texts.All(text => text.Length == 0)) return null;
        var own = texts.First(text => VocabularyOf(text) is null or "99");
        return texts[at] == own ? "99" : "98";
    }

    private static IEnumerable<Reading> Merged(IEnumerable<Reading> readings) => readings
        .GroupBy(reading => (reading.Sector.Vocabulary, reading.Sector.Code))
        .Select(same => same.Count() == 1 || same.Any(reading => reading.Sector.Percentage is null)
            ? same.First()
            : same.First() with { Sector = same.First().Sector with { Percentage = same.Sum(reading => reading.Sector.Percentage) } });

    private static Reading One(ShareColumns columns, ShareEntry entry, string? own, List<CellFault> faults)
    {
        var text = entry.Code ?? entry.Name!;
        if (own is not (null or "1" or "2")) return new Reading(new SectorShare(own, text, entry.Percentage, entry.Code is null ? null : entry.Name), null);
        if (Sectors.Find(text).TryGet(out var sector))
        {
            // A code that stands where names stand is no name.
            var name = entry.Name is { } given && given != sector.Code ? given : text == sector.Code ? null : text;
            return new Reading(new SectorShare(sector.Vocabulary.ToString(CultureInfo.InvariantCulture), sector.Code, entry.Percentage, name), null);
        }

        var column = entry.Code is null ? columns.First : columns.Code!;
        var code = text.All(char.IsAsciiDigit) && text.Length is 3 or 5;
        if (!code && Themes.Find(text).TryGet(out var theme))
        {
            faults.Add(new CellFault(column, "sector.is-theme", $"{CellFault.Quote(text)} is no DAC sector; it is kept as a sector of your own and read as thematic area “{theme.Name}”.", "Give the DAC sector too, such as 16063."));
            return new Reading(new SectorShare("99", text, entry.Percentage), new ThemeShare(theme.Id, text, entry.Percentage));
        }

        faults.Add(new CellFault(column, "sector.unknown", $"{CellFault.Quote(text)} is no DAC sector; it is kept as written.", Suggest(Sectors.Find(text).DidYouMean)));
        return new Reading(code ? new SectorShare(text.Length == 5 ? "1" : "2", text, entry.Percentage, entry.Name == text ? null : entry.Name) : new SectorShare("99", text, entry.Percentage, entry.Code is null ? null : entry.Name), null);
    }

    /// <summary>IATI's code for what a file calls a vocabulary; null where it says nothing.</summary>
    private static string? VocabularyOf(string text)
    {
        if (text.Length == 0) return null;
        if (text.Length <= 2 && text.All(char.IsAsciiDigit)) return text.TrimStart('0');
        var key = Folding.Fold(text);
        if (key.Contains("dac", StringComparison.Ordinal) || key.Contains("oecd", StringComparison.Ordinal) || key.Contains("development assistance committee", StringComparison.Ordinal))
            return key.EndsWith('3') ? "2" : "1";
        return "99";
    }

    internal static string? Suggest(string? text) => text is null ? null : $"Did you mean {text}?";
}
