using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Intake.Iati;

namespace ParisPact.Functions.Projects.Exports;

/// <summary>
/// Writes where a project works: countries, then regions and places that are in no vocabulary (as regions of the reporter's own, 99), then
/// provinces as locations. Where the project names provinces and not their country, the country is written with their sum and marked.
/// </summary>
internal static class PlaceWriter
{
    private enum Form
    {
        Country,
        Region,
        Location,
    }

    public static void Write(IatiWriter to, ImmutableArray<PlaceShare> places)
    {
        var forms = places.Select((place, position) => (Place: place, Position: position, Form: FormOf(place))).ToList();
        var inOrder = forms.OrderBy(item => item.Form).ToList();
        var isReordered = !forms.SequenceEqual(inOrder);
        var derived = forms.Where(item => item.Form == Form.Location).GroupBy(item => item.Place.Code!.Value.Country)
            .Where(group => places.All(place => place.Code != group.Key)).ToList();
        foreach (var (place, position, form) in inOrder)
        {
            if (form > Form.Country && derived.Count > 0) WriteDerived();
            to.Start(form switch { Form.Country => "recipient-country", Form.Region => "recipient-region", _ => "location" });
            if (form == Form.Country) Country(to, place);
            else if (form == Form.Region) Region(to, place);
            Location(to, place, form, isReordered ? position : null);
            to.End();
        }

        void WriteDerived()
        {
            foreach (var group in derived)
            {
                to.Start("recipient-country");
                to.Attribute("code", group.Key.Value);
                if (group.All(item => item.Place.Percentage is > 0m and <= 100m))
                    to.Attribute("percentage", group.Sum(item => item.Place.Percentage!.Value).ToString(CultureInfo.InvariantCulture));
                to.NotStated(".");
                to.End();
            }

            derived.Clear();
        }
    }

    private static Form FormOf(PlaceShare place) =>
        place.Code is not { IsNone: false } code ? Form.Region : code.IsCountry ? Form.Country : Form.Location;

    private static void Country(IatiWriter to, PlaceShare place)
    {
        to.Attribute("code", place.Code!.Value.Value);
        to.Percentage(place.Percentage);
        if (place.AsWritten != place.Code.Value.Value) to.Own("as-written", place.AsWritten);
    }

    private static void Region(IatiWriter to, PlaceShare place)
    {
        var code = place.Region?.ToString(CultureInfo.InvariantCulture) ?? place.AsWritten;
        to.Attribute("code", code);
        to.Attribute("vocabulary", place.Region is null ? "99" : "1");
        to.Percentage(place.Percentage);
        if (place.Region is null || place.AsWritten != code || PlaceLookup.Region(code) != place.Region) to.Own("as-written", place.AsWritten);
    }

    private static void Location(IatiWriter to, PlaceShare place, Form form, int? position)
    {
        if (form == Form.Location)
        {
            to.Own("as-written", place.AsWritten);
            to.Percentage(place.Percentage, isOurs: true);
        }

        to.Own("position", position?.ToString(CultureInfo.InvariantCulture));
        if (form != Form.Location)
        {
            if (place.Name is { } name) to.Narrative(name);
            return;
        }

        to.Start("name");
        if (place.Name is null) to.NotStated(".");
        to.Narrative(place.Name ?? Places.Name(place.Code!.Value));
        to.End();
        to.Start("administrative");
        to.Attribute("code", place.Code!.Value.Value);
        to.Attribute("vocabulary", "A4");
        to.Attribute("level", "1");
        to.End();
    }
}
