using System.Collections.Immutable;
using ParisPact.Domain.Projects.Vocabularies;
using ThemeShare = ParisPact.Domain.Projects.ThemeShare;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads the cells that name thematic areas.</summary>
internal static class ThemeCells
{
    public static CellReading<ThemeShare> Read(ShareColumns columns, ShareTexts cells, bool fraction)
    {
        var faults = new List<CellFault>();
        var themes = ImmutableArray.CreateBuilder<ThemeShare>();
        foreach (var entry in ShareEntries.Read(columns, cells, fraction, IsTheme, IsTheme, faults))
        {
            var text = entry.Name ?? entry.Code!;
            var match = Themes.Find(text);
            if (!match.TryGet(out var theme))
                faults.Add(new CellFault(columns.First, "theme.unknown", $"{CellFault.Quote(text)} is no thematic area of the register; it is kept as written.", SectorCells.Suggest(match.DidYouMean)));
            themes.Add(new ThemeShare(theme?.Id, text, entry.Percentage));
        }

        return new CellReading<ThemeShare>(themes.ToImmutable(), [.. faults]);
    }

    private static bool IsTheme(string text) => Themes.Find(text) is VocabularyMatch<Theme>.Found;
}
