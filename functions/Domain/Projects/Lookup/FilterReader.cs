using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Domain.Rainbow;

namespace ParisPact.Domain.Projects.Lookup;

/// <summary>Reads what somebody asks for: a filter, or everything that is wrong with it, so that a slip gives an answer and not an empty list.</summary>
public static class FilterReader
{
    private const string Empty = "This is empty: leave the parameter out, or give it a value.";

    /// <summary>The names of the parameters, by facet.</summary>
    public static string NameOf(Facet facet) => facet.ToString().ToLowerInvariant();

    /// <param name="valuesOf">All values of a parameter; empty where it is not given. Each may hold several, separated by commas, unless the whole is itself a value.</param>
    /// <param name="registered">Finds the key of a donor, a partner or a sector that the register holds and no vocabulary lists, by its key or by its folded name.</param>
    public static FilterReading Read(Func<string, IReadOnlyList<string>> valuesOf, Func<Facet, string, VocabularyMatch<string>> registered)
    {
        var problems = ImmutableArray.CreateBuilder<FilterProblem>();
        var values = ImmutableSortedDictionary.CreateBuilder<Facet, ImmutableArray<string>>();
        foreach (var facet in Enum.GetValues<Facet>())
        {
            var keys = valuesOf(NameOf(facet)).SelectMany(text => Keys(facet, text, registered, problems)).Distinct().Order(StringComparer.Ordinal).ToImmutableArray();
            if (keys.Length > 0) values.Add(facet, keys);
        }

        var (from, to) = (Day("from", last: false), Day("to", last: true));
        if (from > to) problems.Add(new FilterProblem("from", $"{from:yyyy-MM-dd}", $"is after 'to', {to:yyyy-MM-dd}.", null));
        var words = valuesOf("q").SelectMany(text => Words(text)).ToImmutableArray();
        var withdrawn = valuesOf("withdrawn") is [.., var last] && IsTrue(last);
        return problems.Count > 0
            ? new FilterReading.Refused(problems.ToImmutable())
            : new FilterReading.Read(new ProjectFilter { Values = values.ToImmutable(), Words = words, From = from, To = to, Withdrawn = withdrawn });

        DateOnly? Day(string name, bool last)
        {
            switch (valuesOf(name))
            {
                case []: return null;
                case [var text] when Reading(text.Trim(), last) is { } day: return day;
                case [var text] when text.Trim().Length == 0: problems.Add(new FilterProblem(name, "", Empty, null)); return null;
                case [var text]: problems.Add(new FilterProblem(name, text, "is not a day, a month or a year, such as 2026-03-31, 2026-03 or 2026.", null)); return null;
                case var several: problems.Add(new FilterProblem(name, string.Join(", ", several), "are several days, of which only one can count.", null)); return null;
            }
        }

        ImmutableArray<string> Words(string text)
        {
            var words = SearchWords.Of(text);
            if (words.IsEmpty) problems.Add(text.Trim().Length == 0 ? new FilterProblem("q", "", Empty, null) : new FilterProblem("q", text, "has no letter and no digit to search for.", null));
            return words;
        }

        bool IsTrue(string text)
        {
            if (text.Trim().ToLowerInvariant() is "true" or "1" or "yes") return true;
            if (text.Trim().Length == 0) problems.Add(new FilterProblem("withdrawn", "", Empty, null));
            else if (text.Trim().ToLowerInvariant() is not ("false" or "0" or "no")) problems.Add(new FilterProblem("withdrawn", text, "is neither true nor false.", null));
            return false;
        }
    }

    private static DateOnly? Reading(string text, bool last)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        if (DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return last ? new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month)) : month;
        return DateOnly.TryParseExact(text, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year)
            ? last ? new DateOnly(year.Year, 12, 31) : year
            : null;
    }

    private static List<string> Keys(Facet facet, string text, Func<Facet, string, VocabularyMatch<string>> registered, ImmutableArray<FilterProblem>.Builder problems)
    {
        if (Find(facet, text, registered).TryGet(out var key)) return [key];
        var keys = new List<string>();
        // An empty filter would answer with everything, which is not what a value that somebody's program lost was to ask for.
        if (text.Trim(' ', ',').Length == 0) problems.Add(new FilterProblem(NameOf(facet), "", Empty, null));
        // "Kabul, Afghanistan" is one place and "AF,PK" are two: the whole is tried first.
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Find(facet, part, registered);
            if (match.TryGet(out var found)) keys.Add(found);
            else problems.Add(new FilterProblem(NameOf(facet), part, match is VocabularyMatch<string>.Ambiguous ? "may be several things." : Unknown(facet), match.DidYouMean));
        }

        return keys;
    }

    private static string Unknown(Facet facet) => facet switch
    {
        Facet.Location => "is not a place that the register knows: give a country or province by its ISO 3166 code or its name.",
        Facet.Theme => "is not a thematic area of the register.",
        Facet.Donor => "funds no project of the register: give an IATI organisation identifier or a name.",
        Facet.Status => "is not a status: give a code from 1 to 6 of IATI's ActivityStatus or its name.",
        Facet.Partner => "is not a partner with projects in the register.",
        Facet.Paper => "is not one of the seven papers: blue, green, yellow, violet, red, orange, indigo.",
        _ => "is not a sector of the DAC or of a project in the register.",
    };

    private static VocabularyMatch<string> Find(Facet facet, string text, Func<Facet, string, VocabularyMatch<string>> registered)
    {
        if (text.Trim().Equals(FacetShare.None, StringComparison.OrdinalIgnoreCase)) return new VocabularyMatch<string>.Found(FacetShare.None);
        var match = facet switch
        {
            Facet.Location => Or(Key(Places.Find(text), place => place.Value), () => Key(RecipientRegions.Find(text), region => region.Code)),
            Facet.Theme => Key(Themes.Find(text), theme => theme.Id),
            Facet.Donor => Or(registered(facet, text), () => Key(Organisations.Find(text), organisation => organisation.Key)),
            Facet.Status => Key(ActivityStatuses.Find(text), status => ((int)status).ToString(CultureInfo.InvariantCulture)),
            Facet.Paper => Key(Papers.Find(text), paper => paper.Id),
            Facet.Sector => Or(Key(Sectors.Find(text), sector => sector.Code), () => registered(facet, text)),
            _ => registered(facet, text),
        };
        // What a part of the text was passed over for was not asked for.
        return match is VocabularyMatch<string>.Found { Exact: false } near
            ? new VocabularyMatch<string>.Unknown(new Suggestion<string>(near.Value, FacetTree.NameOf(facet, near.Value) is { } name ? $"{name} ({near.Value})" : near.Value))
            : match;
    }

    private static VocabularyMatch<string> Or(VocabularyMatch<string> first, Func<VocabularyMatch<string>> second)
    {
        if (first is not VocabularyMatch<string>.Unknown nothing) return first;
        var other = second();
        return other is VocabularyMatch<string>.Unknown { Suggestion: null } && nothing.Suggestion is not null ? nothing : other;
    }

    private static VocabularyMatch<string> Key<T>(VocabularyMatch<T> match, Func<T, string> key)
        where T : notnull => match switch
        {
            VocabularyMatch<T>.Found found => new VocabularyMatch<string>.Found(key(found.Value), found.Exact),
            VocabularyMatch<T>.Ambiguous several => new VocabularyMatch<string>.Ambiguous([.. several.Candidates.Select(one => new Suggestion<string>(key(one.Value), one.Text))]),
            VocabularyMatch<T>.Unknown { Suggestion: { } near } => new VocabularyMatch<string>.Unknown(new Suggestion<string>(key(near.Value), near.Text)),
            _ => new VocabularyMatch<string>.Unknown(),
        };
}
