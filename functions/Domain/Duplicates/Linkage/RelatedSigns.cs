namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Which pairs show by themselves that they are of one series, without being told: nearly one title, which numbers or dates the two apart, or
/// periods that follow one another, and no organisation that differs.
/// </summary>
internal sealed class RelatedSigns
{
    /// <summary>Titles that share three fifths of their words, three quarters, or nine tenths. What numbers a title is among its words, and rare where few are numbered.</summary>
    private const int OneTitleButForNumbers = 5;
    private const int NearlyOneTitle = 6;
    private const int OneTitle = 7;

    /// <summary>Titles that share less than a third of their words are not learnt from.</summary>
    private const int SomeWords = 3;

    private const int NumberedApart = 1;
    private const int OneIsNumbered = 2;
    private const int Follow = 2;
    private const int OneDayInCommon = 6;
    private const int Differs = 1;
    private const int OneOrganisation = 3;
    private const int OneSource = 1;

    private readonly List<(int Words, int Series)> _titles = [];
    private readonly List<int> _organisations = [];
    private readonly List<int> _others = [];
    private readonly int _period = -1;
    private readonly int _source = -1;

    public RelatedSigns(IReadOnlyList<Comparison> comparisons)
    {
        for (var at = 0; at < comparisons.Count; at++)
        {
            switch (comparisons[at])
            {
                case SeriesComparison series:
                    for (var words = 0; words < comparisons.Count; words++)
                        if (comparisons[words] is TextComparison title && title.Field == series.Field) _titles.Add((words, at));
                    break;
                case OrganisationComparison: _organisations.Add(at); break;
                case ValueComparison or AmountComparison: _others.Add(at); break;
                case PeriodComparison: _period = at; break;
                case SourceComparison: _source = at; break;
            }
        }
    }

    /// <summary>What has no period is no project: its numbers may be anything.</summary>
    public bool AreProjects => _period >= 0;

    /// <summary>Whether a pair may be learnt from at all.</summary>
    public bool MayBe(ulong pattern)
    {
        foreach (var (words, _) in _titles)
            if (Pattern.Level(pattern, words) >= SomeWords) return true;
        return false;
    }

    /// <summary>Whether it is one of a series beyond doubt.</summary>
    public bool Are(ulong pattern)
    {
        if (!HasOneOrganisation(pattern)) return false;
        var period = _period < 0 ? Comparison.Nothing : Pattern.Level(pattern, _period);
        foreach (var (words, series) in _titles)
        {
            var (alike, number) = (Pattern.Level(pattern, words), Pattern.Level(pattern, series));
            if (alike >= NearlyOneTitle && number == NumberedApart) return true;
            var mayFollow = (alike >= OneTitleButForNumbers && number == OneIsNumbered && period is Follow or OneDayInCommon) || (alike >= OneTitle && period == Follow);
            if (mayFollow && NothingDiffers(pattern)) return true;
        }

        return false;
    }

    /// <summary>Titles are general where many projects are alike: then place, theme or budget tell them apart.</summary>
    private bool NothingDiffers(ulong pattern)
    {
        foreach (var at in _others)
            if (Pattern.Level(pattern, at) == Differs) return false;
        return true;
    }

    /// <summary>None differs, and one is the same; where records name none, one source reports both.</summary>
    private bool HasOneOrganisation(ulong pattern)
    {
        var one = _organisations.Count == 0 && _source >= 0 && Pattern.Level(pattern, _source) == OneSource;
        foreach (var at in _organisations)
        {
            var level = Pattern.Level(pattern, at);
            if (level == Differs) return false;
            one |= level >= OneOrganisation;
        }

        return one;
    }
}
