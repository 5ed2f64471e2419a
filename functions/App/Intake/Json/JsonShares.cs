using System.Globalization;
using System.Text.Json;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ThemeShare = ParisPact.Domain.Projects.ThemeShare;

namespace ParisPact.Functions.Intake.Json;

/// <summary>Reads places, sectors and themes, each as a text or as an object with a percentage.</summary>
internal static class JsonShares
{
    public static PlaceShare? Place(JsonCursor value)
    {
        if (value.Element.ValueKind != JsonValueKind.Object) return value.Text() is { } text ? Named(value, text, null, null) : null;
        var (code, written, name, region, percentage) = ((string?)null, (string?)null, (string?)null, (int?)null, (decimal?)null);
        foreach (var (key, part) in value.Properties())
        {
            switch (key)
            {
                case "code": code = part.Text(); break;
                case "asWritten": written = part.Text(); break;
                case "name": name = part.Text(); break;
                case "region": region = part.Whole(1, 9999); break;
                case "percentage": percentage = part.Percentage(); break;
                default: part.Keep(); break;
            }
        }

        if (code is null) return region is not null ? new PlaceShare(null, written ?? region.Value.ToString(CultureInfo.InvariantCulture), percentage, region, name) : (written ?? name) is { } text2 ? Named(value, text2, percentage, written is null ? null : name) : null;
        if (PlaceCode.TryParse(code, out var place) && Places.IsKnown(place)) return new PlaceShare(place, written ?? code, percentage, region, name);
        return Named(value, code, percentage, name) is { } share ? share with { AsWritten = written ?? code } : null;
    }

    private static PlaceShare Named(JsonCursor value, string text, decimal? percentage, string? name)
    {
        var match = Places.Find(text);
        if (match.TryGet(out var place)) return new PlaceShare(place, text, percentage, Name: name);
        if (RecipientRegions.Find(text).TryGet(out var region)) return new PlaceShare(null, text, percentage, int.Parse(region.Code, CultureInfo.InvariantCulture), name);
        value.Warn("place.unknown", $"{JsonCursor.Quote(text)} is no place that the register knows; it is kept as written.", match.DidYouMean is { } near ? $"Did you mean {near}?" : null);
        return new PlaceShare(null, text, percentage, Name: name);
    }

    public static SectorShare? Sector(JsonCursor value)
    {
        if (value.Element.ValueKind != JsonValueKind.Object) return value.Text() is { } text ? Dac(value, text, null, null) : null;
        var (vocabulary, code, name, percentage) = ("1", (string?)null, (string?)null, (decimal?)null);
        foreach (var (key, part) in value.Properties())
        {
            switch (key)
            {
                case "vocabulary": vocabulary = part.Text() ?? "1"; break;
                case "code": code = part.Text(); break;
                case "name": name = part.Text(); break;
                case "percentage": percentage = part.Percentage(); break;
                default: part.Keep(); break;
            }
        }

        if (code is null)
        {
            if (name is null) value.Refuse("sector.code-missing", "The sector has no code.", "Add \"code\".");
            return name is null ? null : Dac(value, name, percentage, null);
        }

        if (vocabulary is not ("1" or "2")) return new SectorShare(vocabulary, code, percentage, name);
        return Sectors.OfCode(code) is { } known ? new SectorShare(known.Vocabulary.ToString(CultureInfo.InvariantCulture), known.Code, percentage, name) : Dac(value, code, percentage, name) with { Vocabulary = vocabulary };
    }

    private static SectorShare Dac(JsonCursor value, string text, decimal? percentage, string? name)
    {
        var match = Sectors.Find(text);
        if (match.TryGet(out var sector)) return new SectorShare(sector.Vocabulary.ToString(CultureInfo.InvariantCulture), sector.Code, percentage, name ?? (text == sector.Code ? null : text));
        value.Warn("sector.unknown", $"{JsonCursor.Quote(text)} is no DAC sector; it is kept as written.", match.DidYouMean is { } near ? $"Did you mean {near}?" : null);
        return new SectorShare("99", text, percentage, name);
    }

    public static ThemeShare? Theme(JsonCursor value)
    {
        var (theme, written, percentage) = ((string?)null, (string?)null, (decimal?)null);
        if (value.Element.ValueKind != JsonValueKind.Object) theme = value.Text();
        else
        {
            foreach (var (key, part) in value.Properties())
            {
                if (key == "theme") theme = part.Text();
                else if (key == "asWritten") written = part.Text();
                else if (key == "percentage") percentage = part.Percentage();
                else part.Keep();
            }
        }

        if ((theme ?? written) is not { } text) return null;
        var match = Themes.Find(text);
        if (!match.TryGet(out var known))
            value.Warn("theme.unknown", $"{JsonCursor.Quote(text)} is no thematic area of the register; it is kept as written.", match.DidYouMean is { } near ? $"Did you mean {near}?" : null);
        return new ThemeShare(known?.Id, written ?? text, percentage);
    }

    /// <summary>A project whose percentages exceed the whole would count more than once.</summary>
    public static void CheckSums(JsonCursor root, IEnumerable<PlaceShare> places, IEnumerable<SectorShare> sectors, IEnumerable<ThemeShare> themes)
    {
        Check("places", places.Sum(place => place.Percentage));
        Check("themes", themes.Sum(theme => theme.Percentage));
        foreach (var vocabulary in sectors.Where(sector => sector.Vocabulary is "1" or "2").GroupBy(sector => sector.Vocabulary)) Check("sectors", vocabulary.Sum(sector => sector.Percentage));

        void Check(string what, decimal? sum)
        {
            if (sum > 101) new JsonCursor(root.Element, $"/{what}", root.Faults).Refuse($"{what}.percentages", $"The percentages of the {what} add up to {sum:0.##}: the project would count more than once.", "Give percentages that add up to 100.");
        }
    }
}
