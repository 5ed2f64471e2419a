using System.Collections.Immutable;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>
/// Reads where one activity works. A location in a recipient country is a place of its own where its name or administrative code is that of a
/// province that we know; it is listed beside its country and without a percentage, and so shares the country's, which shows as assumed.
/// Any other location is kept by its name.
/// </summary>
internal sealed class IatiPlaces(PlaceLookup lookup, ProblemList problems)
{
    private readonly List<(int Position, PlaceShare Share)> _places = [];
    private readonly List<StatedShare> _countries = [];
    private readonly List<StatedShare> _regions = [];
    private readonly List<IatiElement> _locations = [];
    private readonly SharesByMoney<(PlaceCode? Country, string Code, int? Region)> _byTransaction = new();

    private string? _vocabulary;

    public bool AnyRecipient => _countries.Count + _regions.Count > 0;

    public void Country(IatiElement element)
    {
        var percentage = Percentages.Of(element, problems);
        _countries.Add(new StatedShare(element, "", percentage.Stated));
        if (ReadCountry(element) is { } place) Add(element, place with { Percentage = percentage.Kept });
    }

    public void Region(IatiElement element, ExtrasDraft extras)
    {
        var vocabulary = element.Trimmed("vocabulary") ?? "1";
        var percentage = Percentages.Of(element, problems);
        if (element[IatiText.AsWritten] is null) _vocabulary ??= vocabulary;
        _regions.Add(new StatedShare(element, element[IatiText.AsWritten] is null ? vocabulary : "1", percentage.Stated));
        if ((Code(element) ?? IatiText.NameOrNull(element)) is not { } code) return;
        // Each vocabulary tells the whole once more: a second one would count the project twice.
        if (vocabulary != _vocabulary && element[IatiText.AsWritten] is null) extras.Add(element);
        else Add(element, ReadRegion(element, vocabulary, code) with { Percentage = percentage.Kept });
    }

    public void Location(IatiElement element) => _locations.Add(element);

    /// <summary>Keeps the recipient of a transaction, for the case that the activity names none.</summary>
    /// <returns>True where there is one.</returns>
    public bool TakeTransaction(IatiElement transaction, MoneyLine? line)
    {
        var any = false;
        foreach (var element in transaction.Children)
        {
            any |= element.Name is "recipient-country" or "recipient-region";
            if (element.Name == "recipient-country" && Code(element) is { } country)
            {
                var place = lookup.Country(country);
                if (_byTransaction.Add((place, country, null), IatiText.NameOrNull(element), line) && place is null) PlaceLookup.Warn(element, country, problems);
            }
            else if (element.Name == "recipient-region" && Code(element) is { } region && (element.Trimmed("vocabulary") ?? "1") == "1")
            {
                _byTransaction.Add((null, region, PlaceLookup.Region(region)), IatiText.NameOrNull(element), line);
            }
        }

        return any;
    }

    public ImmutableArray<PlaceShare> Finish(ExtrasDraft extras)
    {
        problems.Add(ShareRules.Recipients(_countries, _regions));
        if (!AnyRecipient && !_byTransaction.IsEmpty)
        {
            extras.Add("places", SharesByMoney<string>.Mark);
            foreach (var (key, name, percentage) in _byTransaction.Of(_byTransaction.Keys))
                _places.Add((_places.Count, new PlaceShare(key.Country, key.Code, percentage, key.Region, name)));
        }

        var countries = _places.Where(place => place.Share.Code is { IsCountry: true }).Select(place => place.Share.Code!.Value).Distinct().ToList();
        foreach (var location in _locations) Finish(location, countries, extras);
        return InOrder.Of(_places);
    }

    private void Finish(IatiElement location, List<PlaceCode> countries, ExtrasDraft extras)
    {
        if (location[IatiText.AsWritten] is { } asWritten && location.Child("administrative")?.Trimmed("code") is { } ours && PlaceCode.TryParse(ours, out var code))
        {
            Add(location, new PlaceShare(code, asWritten, Percentages.Of(location, problems).Kept, null, NameOf(location)));
            return;
        }

        var name = NameOf(location) ?? "";
        if (lookup.Province(location, name, countries, mayStandAlone: !AnyRecipient && countries.Count == 0) is { } province
            && _places.All(place => place.Share.Code != province))
            _places.Add((_places.Count, new PlaceShare(province, name.Length > 0 ? name : province.Value)));
        else
            extras.Add("location", name.Length > 0 ? name : ExtrasDraft.Describe(location));
    }

    private static string? NameOf(IatiElement location) => location.Child("name") is { } name ? IatiText.NameOrNull(name) : null;

    private void Add(IatiElement element, PlaceShare place) => _places.Add((InOrder.PositionOf(element, _places.Count), place));

    private PlaceShare? ReadCountry(IatiElement element)
    {
        var name = IatiText.NameOrNull(element);
        if ((Code(element) ?? name) is not { } code) return null;
        var country = lookup.Country(code);
        if (country is null) PlaceLookup.Warn(element, code, problems);
        return new PlaceShare(country, element[IatiText.AsWritten] ?? code, null, null, Code(element) is null ? null : name);
    }

    private PlaceShare ReadRegion(IatiElement element, string vocabulary, string code)
    {
        var name = IatiText.NameOrNull(element);
        if (element[IatiText.AsWritten] is { } asWritten)
            return new PlaceShare(null, asWritten, null, vocabulary == "1" ? IatiValues.Whole(code) : null, name);
        if (vocabulary != "1") return new PlaceShare(null, code, null, null, name);
        var region = PlaceLookup.Region(code);
        if (region is null) problems.Add(element.WarnOf("code", "region.unknown", $"The OECD DAC has no region {Quote.Of(code)}; it is kept as written."));
        return new PlaceShare(null, code, null, region, name);
    }

    private static string? Code(IatiElement element) => element.Trimmed("code") ?? element.Trimmed("ref");
}
