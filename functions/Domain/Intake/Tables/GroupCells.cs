using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ThemeShare = ParisPact.Domain.Projects.ThemeShare;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>Reads the fields of a row that several columns say together: organisations, places, sectors, themes. Equal cells are read once for the table.</summary>
internal sealed class GroupCells(TablePlan plan, TableStyle style, RowCells cells)
{
    private readonly TextCache<CellReading<PlaceShare>> _places = new();
    private readonly TextCache<CellReading<SectorCells.Reading>>[] _sectors = [.. plan.Sectors.Select(_ => new TextCache<CellReading<SectorCells.Reading>>())];
    private readonly TextCache<CellReading<ThemeShare>>[] _themes = [.. plan.Themes.Select(_ => new TextCache<CellReading<ThemeShare>>())];
    private readonly TextCache<(CellReading<Participation> Read, bool Ambiguous)>[] _organisations =
        [.. plan.Organisations.Select(_ => new TextCache<(CellReading<Participation> Read, bool Ambiguous)>())];

    private readonly TextCache<(CellReading<Participation> Read, bool Ambiguous)> _reporting = new();
    private readonly ShareColumns? _region = plan.Places.FirstOrDefault(group => group.Field == TableField.Region);
    private char[] _key = new char[256];
    private int _used;

    public void Read(ProjectDraft draft)
    {
        Places(draft);
        var country = CountryOf(draft);
        for (var at = 0; at < plan.Sectors.Length; at++) Sectors(plan.Sectors[at], _sectors[at], draft);
        for (var at = 0; at < plan.Themes.Length; at++) Themes(plan.Themes[at], _themes[at], draft);
        for (var at = 0; at < plan.Organisations.Length; at++) Add(draft.Organisations, Organisations(plan.Organisations[at], _organisations[at], country));
        if (plan.Reporting is { } reporting && draft.Reporting is null && Organisations(reporting, _reporting, null) is { Values.Length: > 0 } reporter)
        {
            foreach (var fault in reporter.Faults)
                if (fault.Rule != "organisation.unknown") cells.Report(fault);
            draft.Reporting = reporter.Values[0].Organisation;
        }
    }

    private void Places(ProjectDraft draft)
    {
        if (plan.Places.IsEmpty) return;
        _used = 0;
        var filled = false;
        foreach (var columns in plan.Places) filled |= Key(columns.Name) | Key(columns.Code) | Key(columns.Percentage);
        if (!filled) return;
        // A row that names no country lies in the country of the rows above.
        var above = CountryOf(draft);
        if (above is { } country) Append(country.Value);
        if (!_places.TryGet(_key.AsSpan(0, _used), out var read))
        {
            var groups = plan.Places.Select(columns => new PlaceTexts(columns, Texts(columns), style.IsFraction(columns.Percentage))).ToList();
            read = _places.Add(_key.AsSpan(0, _used), PlaceCells.Read(groups, above));
        }

        KeepRegion(draft);
        Add(draft.Places, read);
    }

    /// <summary>The region that a country lies in is no place of its own, but is not lost either.</summary>
    private void KeepRegion(ProjectDraft draft)
    {
        if (_region?.Name is not { } name || cells.Text(_region.Percentage).Length > 0 || draft.Rows > 0) return;
        if (cells.Text(name) is { Length: > 0 } text && plan.Places.Any(group => group.Field == TableField.Country && (cells.Text(group.Name).Length > 0 || cells.Text(group.Code).Length > 0)))
            draft.Extras.Add(new Extra(name.Name, CellText.Clean(text)));
    }

    private void Sectors(ShareColumns columns, TextCache<CellReading<SectorCells.Reading>> cache, ProjectDraft draft)
    {
        _used = 0;
        if (!(Key(columns.Name) | Key(columns.Code) | Key(columns.Percentage) | Key(columns.Vocabulary))) return;
        if (!cache.TryGet(_key.AsSpan(0, _used), out var read))
            read = cache.Add(_key.AsSpan(0, _used), SectorCells.Read(columns, Texts(columns), style.IsFraction(columns.Percentage)));
        cells.Report(read.Faults);
        foreach (var reading in read.Values)
        {
            if (!Has(draft.Sectors, reading.Sector)) draft.Sectors.Add(reading.Sector);
            if (reading.Theme is { } theme) Theme(theme, draft);
        }
    }

    private static void Theme(ThemeShare theme, ProjectDraft draft)
    {
        if (!draft.Themes.Exists(known => known.Theme == theme.Theme)) draft.Themes.Add(theme);
    }

    private static bool Has(List<SectorShare> sectors, SectorShare sector)
    {
        foreach (var known in sectors)
            if (known.Code == sector.Code && known.Vocabulary == sector.Vocabulary) return true;
        return false;
    }

    private void Themes(ShareColumns columns, TextCache<CellReading<ThemeShare>> cache, ProjectDraft draft)
    {
        _used = 0;
        if (!(Key(columns.Name) | Key(columns.Code) | Key(columns.Percentage))) return;
        if (!cache.TryGet(_key.AsSpan(0, _used), out var read))
            read = cache.Add(_key.AsSpan(0, _used), ThemeCells.Read(columns, Texts(columns), style.IsFraction(columns.Percentage)));
        Add(draft.Themes, read);
    }

    private CellReading<Participation> Organisations(OrganisationColumns columns, TextCache<(CellReading<Participation> Read, bool Ambiguous)> cache, PlaceCode? country)
    {
        _used = 0;
        if (!(Key(columns.Name) | Key(columns.Code))) return CellReading<Participation>.Empty;
        Key(columns.Type);
        Key(columns.RoleColumn);
        var (read, ambiguous) = Cached(null);
        // Only then does the country matter: most names are the same organisation everywhere, and are read once for all countries.
        if (!ambiguous || country is not { } settles) return read;
        Append(settles.Value);
        return Cached(country).Read;

        (CellReading<Participation> Read, bool Ambiguous) Cached(PlaceCode? within)
        {
            if (cache.TryGet(_key.AsSpan(0, _used), out var known)) return known;
            var texts = new OrganisationTexts(cells.Whole(columns.Name), cells.Whole(columns.Code), cells.Whole(columns.Type), cells.Whole(columns.RoleColumn));
            var made = OrganisationCells.Read(columns, texts, within, out var several);
            return cache.Add(_key.AsSpan(0, _used), (made, several));
        }
    }

    /// <summary>The one country of all the project's places; null where there are several, or none.</summary>
    private static PlaceCode? CountryOf(ProjectDraft draft)
    {
        PlaceCode? country = null;
        foreach (var place in draft.Places)
        {
            if (place.Code is not { } code || (country is { } other && other != code.Country)) return null;
            country = code.Country;
        }

        return country;
    }

    private void Add<T>(List<T> values, CellReading<T> read)
    {
        cells.Report(read.Faults);
        foreach (var value in read.Values)
            if (!values.Contains(value)) values.Add(value);
    }

    private ShareTexts Texts(ShareColumns columns) => new(cells.Whole(columns.Name), cells.Whole(columns.Code), cells.Whole(columns.Percentage), cells.Whole(columns.Vocabulary));

    /// <summary>Puts a cell into the key of its group; true where it holds something.</summary>
    private bool Key(HeaderColumn? column)
    {
        var text = cells.Text(column);
        Append(text);
        return text.Length > 0;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        if (_used + text.Length + 1 > _key.Length) Array.Resize(ref _key, Math.Max(_key.Length * 2, _used + text.Length + 1));
        text.CopyTo(_key.AsSpan(_used));
        _used += text.Length;
        _key[_used++] = '\u001F';
    }
}
