using System.Collections.Immutable;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>
/// Reads all cells of a row that name places, together: provinces are looked for in the row's country, districts stand beside their
/// province, and a country whose provinces are named counts by them alone.
/// </summary>
internal sealed class PlaceCells
{
    private readonly List<CellFault> _faults = [];
    private readonly List<PlaceShare> _countries = [];
    private readonly List<PlaceShare> _local = [];
    private readonly PlaceCode? _above;

    private PlaceCells(PlaceCode? above) => _above = above;

    /// <param name="above">The country of the project's rows above, for a row that names none.</param>
    public static CellReading<PlaceShare> Read(IReadOnlyList<PlaceTexts> groups, PlaceCode? above)
    {
        var cells = new PlaceCells(above);
        foreach (var field in (TableField[])[TableField.Country, TableField.Region, TableField.Place, TableField.Province, TableField.District])
        {
            foreach (var group in groups)
                if (group.Columns.Field == field && !group.Cells.IsEmpty) cells.Take(group);
        }

        return new CellReading<PlaceShare>([.. PlaceShares.Combine(cells._countries, cells._local)], [.. cells._faults]);
    }

    private PlaceCode? Country => _countries.Where(place => place.Code is not null).Select(place => place.Code!.Value.Country).Distinct().ToList() is [var only] ? only
        : _countries.Count == 0 ? _above : null;

    private void Take(PlaceTexts group)
    {
        if (group.Columns.Field == TableField.District)
        {
            District(group);
            return;
        }

        foreach (var entry in ShareEntries.Read(group.Columns, group.Cells, group.Fraction, PlaceNames.IsOne, PlaceNames.IsKnown, _faults))
        {
            if (PlaceNames.IsEverywhere(entry.Name ?? entry.Code!) && group.Columns.Field is TableField.Province or TableField.Place)
            {
                Everywhere(group.Columns, entry);
                continue;
            }

            if (group.Columns.Field == TableField.Region) Region(group.Columns, entry);
            else if (group.Columns.Field == TableField.Province) Province(group.Columns, entry);
            else Any(group.Columns, entry);
        }
    }

    /// <summary>The whole of a country is the country; where none is named, nobody can tell which.</summary>
    private void Everywhere(ShareColumns columns, ShareEntry entry)
    {
        if (_countries.Count > 0 || _above is not null) return;
        var written = entry.Name ?? entry.Code!;
        _faults.Add(new CellFault(columns.First, "place.unknown", $"{CellFault.Quote(written)} does not say of which country; it is kept as written.", "Name the country."));
        _local.Add(new PlaceShare(null, written, entry.Percentage));
    }

    private void Any(ShareColumns columns, ShareEntry entry)
    {
        var match = Find(columns, entry, null);
        var written = entry.Name ?? entry.Code!;
        if (match.TryGet(out var place))
        {
            var exact = match is VocabularyMatch<PlaceCode>.Found { Exact: true };
            var share = new PlaceShare(place, written, entry.Percentage, Name: exact ? null : written);
            if (place.IsCountry && exact) _countries.Add(share);
            else _local.Add(share);
            return;
        }

        if ((PlaceNames.Region(entry.Name) ?? PlaceNames.Region(entry.Code)) is { } region)
        {
            // A region beside a country in it says where the country lies.
            if (entry.Percentage is null && _countries.Exists(known => known.Code is { } code && region.Countries.Contains(code))) return;
            _countries.Add(new PlaceShare(null, written, entry.Percentage, PlaceNames.Number(region)));
            return;
        }

        if (columns.Field == TableField.Country) Unknown(columns, entry, match, null);
        else Province(columns, entry);
    }

    private void Province(ShareColumns columns, ShareEntry entry)
    {
        var country = Country;
        var match = Find(columns, entry, country);
        if (match is VocabularyMatch<PlaceCode>.Ambiguous several && _countries.Count > 1)
        {
            var here = several.Candidates.Where(candidate => _countries.Exists(place => place.Code is { } code && candidate.Value.IsWithin(code.Country))).ToList();
            if (here.Count == 1) match = new VocabularyMatch<PlaceCode>.Found(here[0].Value);
        }

        if (!match.TryGet(out var place))
        {
            Unknown(columns, entry, match, country);
            return;
        }

        var exact = match is VocabularyMatch<PlaceCode>.Found { Exact: true };
        var written = entry.Name ?? entry.Code!;
        if (place.IsCountry && exact) _countries.Add(new PlaceShare(place, written, entry.Percentage));
        else _local.Add(new PlaceShare(place, written, entry.Percentage, Name: exact ? null : written));
    }

    /// <summary>A region beside a country says where the country lies: it counts for itself only with a percentage, or where no country is named.</summary>
    private void Region(ShareColumns columns, ShareEntry entry)
    {
        if (entry.Percentage is null && _countries.Count > 0) return;
        var written = entry.Name ?? entry.Code!;
        if ((PlaceNames.Region(entry.Code) ?? PlaceNames.Region(entry.Name)) is { } region)
            _countries.Add(new PlaceShare(null, written, entry.Percentage, PlaceNames.Number(region)));
        else
            Any(columns, entry);
    }

    /// <summary>What is smaller than a province stands beside the province, or else beside the country.</summary>
    private void District(PlaceTexts group)
    {
        var text = group.Cells.Name.Length > 0 ? group.Cells.Name : group.Cells.Code;
        if (_local.Count == 1 && _local[0].Name is null)
        {
            _local[0] = _local[0] with { Name = text };
            return;
        }

        if (_local.Count > 0) return;
        foreach (var share in ShareList.Split(text))
        {
            if (PlaceNames.IsEverywhere(share.Text)) continue;
            var match = PlaceNames.Find(share.Text, Country);
            if (match.TryGet(out var place) && (!place.IsCountry || Country is null)) _local.Add(new PlaceShare(place, share.Text, share.Percentage));
            else if (Country is { } country) _local.Add(new PlaceShare(country, share.Text, share.Percentage, Name: share.Text));
            else _local.Add(new PlaceShare(null, share.Text, share.Percentage));
        }
    }

    private void Unknown(ShareColumns columns, ShareEntry entry, VocabularyMatch<PlaceCode> match, PlaceCode? country)
    {
        var written = entry.Name ?? entry.Code!;
        // Subdivisions are known for the nine countries; elsewhere a name beside the country is all there is to have.
        if (country is not { } known || Places.PriorityCountries.Contains(known))
        {
            var ambiguous = match is VocabularyMatch<PlaceCode>.Ambiguous;
            _faults.Add(new CellFault(columns.First, ambiguous ? "place.ambiguous" : "place.unknown",
                ambiguous ? $"{CellFault.Quote(written)} is the name of several places; it is kept as written." : $"{CellFault.Quote(written)} is no place that the register knows; it is kept as written.",
                SectorCells.Suggest(match.DidYouMean)));
        }

        _local.Add(new PlaceShare(country, written, entry.Percentage, Name: country is null ? null : written));
    }

    /// <summary>What the code says, else the name; where both are known and say different places, the code counts and the fault is named.</summary>
    private VocabularyMatch<PlaceCode> Find(ShareColumns columns, ShareEntry entry, PlaceCode? within)
    {
        if (entry.Code is null || PlaceNames.Find(entry.Code, within) is not VocabularyMatch<PlaceCode>.Found byCode) return PlaceNames.Find(entry.Name ?? entry.Code, within);
        if (entry.Name is null) return byCode;
        var byName = PlaceNames.Find(entry.Name, byCode.Value.Country);
        if (byName is VocabularyMatch<PlaceCode>.Unknown) byName = PlaceNames.Find(entry.Name, null);
        if (byName is VocabularyMatch<PlaceCode>.Found { Exact: true } named && !named.Value.IsWithin(byCode.Value) && !byCode.Value.IsWithin(named.Value))
            _faults.Add(new CellFault(columns.First, "place.contradiction", $"The code {CellFault.Quote(entry.Code)} is that of another place than {CellFault.Quote(entry.Name)}; the code counts.", $"Write the code of {entry.Name}, or the name of {Places.Name(byCode.Value)}."));
        return byCode;
    }
}
