using ParisPact.Domain.Duplicates.Verdicts;

namespace ParisPact.Functions.Duplicates;

/// <summary>All pairs as they stand now: what the last run found, and what people have said.</summary>
internal sealed record PairBook(FindingsIndex? Index, VerdictBook Verdicts)
{
    public IEnumerable<KnownPair> All()
    {
        if (Index is null) return Verdicts.Pairs.Values.Select(static standing => new KnownPair(null, standing, default));
        var found = Index.Findings.Pairs.Select(Known);
        return found.Concat(Verdicts.Pairs.Values.Where(standing => !Index.Pairs.ContainsKey(standing.Pair)).Select(standing => new KnownPair(null, standing, Index.Findings.Date)));
    }

    /// <summary>Null where nothing is known of it.</summary>
    public KnownPair? Find(string id)
    {
        if (Index?.Pair(id) is { } found) return Known(found);
        return Verdicts.Pairs.TryGetValue(id, out var standing) ? new KnownPair(null, standing, Index?.Findings.Date ?? default) : null;
    }

    private KnownPair Known(Finding found)
    {
        var standing = Verdicts.Pairs.GetValueOrDefault(found.Id) ?? PairStanding.Begun(Index!.First(found).Key, Index.Second(found).Key);
        return new KnownPair(found, standing, Index!.Findings.Date);
    }
}
