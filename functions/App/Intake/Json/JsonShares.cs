using System.Globalization;
using System.Text.Json;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ThemeShare = ParisPact.Domain.Projects.ThemeShare;

namespace ParisPact.Functions.Intake.Json;

/// <summary>
/// Reads places, sectors and themes, each as a text or as an object with a percentage. A text without a code is looked for; where the code of a place
/// or the theme is said to be <c>null</c> beside what was written, it is not: so exports write what the register keeps as it was written.
/// </summary>
internal static class JsonShares
{
    public static PlaceShare? Place(JsonCursor value)
    {
        if (value.Element.ValueKind != JsonValueKind.Object) return value.Text() is { } text ? Named(value, text, null, null) : null;
        var (code, written, name, region, percentage, none) = ((string?)null, (string?)null, (string?)null, (int?)null, (decimal?)null, false);
        foreach (var (key, part) in value.Properties())
        {
            switch (key)
            {
                case "code": (code, none) = (part.Code(), part.IsNull); break;
                case "asWritten": written = part.Text(); break;
                case "name": name = part.Text(); break;
                case "region": region = part.Whole(0, int.MaxValue); break;
                case "percentage": percentage = part.Percentage(); break;
                default: part.Keep(); break;
            }
        }

        if (none && written is not null) return new PlaceShare(null, written, percentage, region, name);
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
        var (vocabulary, code, name, percentage) = ((string?)null, (string?)null, (string?)null, (decimal?)null);
        foreach (var (key, part) in value.Properties())
        {
            switch (key)
            {
                case "vocabulary": vocabulary = part.Code(); break;
                case "code": code = part.Code(); break;
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

        if (vocabulary is null)
            return Sectors.OfCode(code) is { } known ? new SectorShare(known.Vocabulary.ToString(CultureInfo.InvariantCulture), known.Code, percentage, name) : Dac(value, code, percentage, name, "1");
        if (vocabulary is "1" or "2" && Sectors.OfCode(code)?.Vocabulary.ToString(CultureInfo.InvariantCulture) != vocabulary)
        {
            var match = Sectors.Find(name ?? code);
            value.Warn("sector.unknown", $"{JsonCursor.Quote(code)} is no DAC sector of vocabulary {vocabulary}; it is kept as written.",
                match.TryGet(out var meant) ? $"Did you mean {meant.Code} {meant.Name}, of vocabulary {meant.Vocabulary}?" : match.DidYouMean is { } near ? $"Did you mean {near}?" : null);
        }

        return new SectorShare(vocabulary, code, percentage, name);
    }

    private static SectorShare Dac(JsonCursor value, string text, decimal? percentage, string? name, string unknown = "99")
    {
        var match = Sectors.Find(text);
        if (match.TryGet(out var sector)) return new SectorShare(sector.Vocabulary.ToString(CultureInfo.InvariantCulture), sector.Code, percentage, name ?? (text == sector.Code ? null : text));
        value.Warn("sector.unknown", $"{JsonCursor.Quote(text)} is no DAC sector; it is kept as written.", match.DidYouMean is { } near ? $"Did you mean {near}?" : null);
        return new SectorShare(unknown, text, percentage, name);
    }

    public static ThemeShare? Theme(JsonCursor value)
    {
        var (theme, written, percentage, none) = ((string?)null, (string?)null, (decimal?)null, false);
        if (value.Element.ValueKind != JsonValueKind.Object) theme = value.Text();
        else
        {
            foreach (var (key, part) in value.Properties())
            {
                if (key == "theme") (theme, none) = (part.Text(), part.IsNull);
                else if (key == "asWritten") written = part.Text();
                else if (key == "percentage") percentage = part.Percentage();
                else part.Keep();
            }
        }

        if ((theme ?? written) is not { } text) return null;
        if (none) return new ThemeShare(null, text, percentage);
        var match = Themes.Find(text);
        if (!match.TryGet(out var known))
            value.Warn("theme.unknown", $"{JsonCursor.Quote(text)} is no thematic area of the register; it is kept as written.", match.DidYouMean is { } near ? $"Did you mean {near}?" : null);
        return new ThemeShare(known?.Id, written ?? text, percentage);
    }

    /// <summary>What exceeds the whole is scaled down where it counts: else the project would count more than once.</summary>
    public static void CheckSums(JsonCursor root, IEnumerable<PlaceShare> places, IEnumerable<SectorShare> sectors, IEnumerable<ThemeShare> themes)
    {
        Check("places", places.Sum(place => place.Percentage));
        Check("themes", themes.Sum(theme => theme.Percentage));
        foreach (var vocabulary in sectors.Where(sector => sector.Vocabulary is "1" or "2").GroupBy(sector => sector.Vocabulary)) Check("sectors", vocabulary.Sum(sector => sector.Percentage));

        void Check(string what, decimal? sum)
        {
            if (sum > 101) new JsonCursor(root.Element, $"/{what}", root.Faults).Warn($"{what}.percentages", $"The percentages of the {what} add up to {sum:0.##}; they are kept, and count in proportion, so that the project counts once.", "Give percentages that add up to 100.");
        }
    }
}
