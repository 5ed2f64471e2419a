using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Records that are compared by one version of the model's parameters. Which pairs are candidates follows from the records and the parameters
/// alone, and so do their weights: in whatever order the records come, in how many shards they are searched, and by which changes they came to
/// be as they are.
/// </summary>
public sealed class MatchIndex
{
    private readonly Func<string, double?>? _worth;
    private readonly string[] _keys;
    private readonly MatchModel _model;
    private readonly Lazy<Comparison[]> _comparisons;

    private MatchIndex(IReadOnlyList<MatchField> fields, MatchParameters parameters, Func<string, double?>? worth, IReadOnlyList<MatchRecord> records, string[] keys, Ragged<ulong>? atoms)
    {
        (Fields, Parameters, _worth, Records, _keys) = (fields, parameters, worth, records, keys);
        _model = new MatchModel(parameters);
        _comparisons = new Lazy<Comparison[]>(() => [.. Comparisons.Of(Fields, Records, _worth, Parameters)]);
        Blocking = new Blocking(parameters.Blocking);
        Atoms = atoms ?? RecordAtoms.Of(_comparisons.Value, records.Count);
    }

    /// <param name="fields">As they were when the parameters were made.</param>
    /// <param name="records">In any order.</param>
    /// <param name="worth">What one unit of a currency is worth in any one currency, as it was when the parameters were made.</param>
    /// <exception cref="ArgumentException">Two records have one key.</exception>
    public static MatchIndex Of(IReadOnlyList<MatchField> fields, MatchParameters parameters, IEnumerable<MatchRecord> records, Func<string, double?>? worth = null)
    {
        var sorted = records.OrderBy(static record => record.Key, StringComparer.Ordinal).ToArray();
        var keys = Array.ConvertAll(sorted, static record => record.Key);
        for (var at = 1; at < keys.Length; at++)
            if (keys[at] == keys[at - 1]) throw new ArgumentException($"Two records have the key {keys[at]}.", nameof(records));
        return new MatchIndex(fields, parameters, worth, sorted, keys, null);
    }

    public IReadOnlyList<MatchField> Fields { get; }

    public MatchParameters Parameters { get; }

    /// <summary>In the order of their keys.</summary>
    public IReadOnlyList<MatchRecord> Records { get; }

    /// <summary>What is the same by its weight, and nothing else.</summary>
    public static PairJudge SameAlone { get; } = static (_, weight) => weight > 0 ? MatchClass.Same : MatchClass.Unrelated;

    internal Blocking Blocking { get; }

    internal Ragged<ulong> Atoms { get; }

    /// <summary>What the blocks of one shard hold. The shards together hold what one alone would; each can be searched by itself, and again.</summary>
    /// <param name="shard">From 0.</param>
    /// <param name="judge">What pairs are; <see cref="SameAlone"/> where it is null.</param>
    public FoundPairs Find(int shard = 0, int shards = 1, PairJudge? judge = null)
    {
        var (found, compared, blocks, capped, crowds) = (new List<FoundPair>(), 0L, 0, 0, 0);
        foreach (var part in new Blocks(Atoms, Blocking, new AtomTally(Atoms)).Parts(shard, shards))
        {
            var (sizes, candidates) = (new BlockSizes(), new List<ulong>());
            sizes.Add(part);
            Candidates.Add(part, Parameters.LargestBlock, candidates, null);
            var pairs = Candidates.Distinct(candidates);
            foreach (var (pair, weight, kind) in Scoring(null).Judge(pairs, judge ?? SameAlone)) found.Add(new FoundPair(_keys[pair.Left], _keys[pair.Right], weight, kind));
            compared += pairs.Length;
            blocks += sizes.Blocks;
            capped += sizes.Over(Parameters.LargestBlock);
            crowds += sizes.Crowds(Parameters.LargestBlock);
        }

        return new FoundPairs(FoundPairs.InOrder(found), compared, blocks, capped, crowds);
    }

    /// <summary>What speaks for and against any two records: see <see cref="MatchModel.Explain"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public (double Prior, ImmutableArray<Reason> Reasons) Explain(string left, string right)
    {
        var comparisons = Comparisons.Of(Fields, [Of(left), Of(right)], _worth, Parameters);
        return _model.Explain(comparisons, new RecordPair(0, 1));
    }

    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public MatchRecord Of(string key) => Place(key) is >= 0 and var place ? Records[place] : throw new KeyNotFoundException($"There is no record {key}.");

    /// <summary>The record's place; below 0 where there is none.</summary>
    internal int Place(string key) => Array.BinarySearch(_keys, key, StringComparer.Ordinal);

    /// <param name="places">Of the records that will be compared; null for all.</param>
    internal PairScoring Scoring(IReadOnlyCollection<int>? places)
    {
        if (places is null || _comparisons.IsValueCreated) return new PairScoring(_comparisons.Value, _model, null);
        var sorted = places.Order().ToArray();
        var comparisons = Comparisons.Of(Fields, Array.ConvertAll(sorted, place => Records[place]), _worth, Parameters);
        return new PairScoring([.. comparisons], _model, sorted.Select(static (place, local) => (place, local)).ToDictionary(static at => at.place, static at => at.local));
    }
}
