using System.Buffers;
using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// Records that are compared by one version of the model's parameters. Which pairs are candidates follows from the records and the parameters
/// alone, and so do their weights: in whatever order the records come, in how many shards they are searched, and by which changes they came to
/// be as they are.
/// </summary>
public sealed class MatchIndex
{
    /// <summary>What a pair says at the most that is something else than the same, in bits.</summary>
    private const double NotSame = -3;

    private const int PairsOfEstimate = 8_000_000;

    private readonly Func<string, double?>? _worth;
    private readonly RecordList _records;
    private readonly string[] _keys;
    private readonly MatchModel _model;
    private readonly Lazy<Comparison[]> _comparisons;
    private readonly Lazy<AtomTally> _tally;

    private MatchIndex(IReadOnlyList<MatchField> fields, MatchParameters parameters, Func<string, double?>? worth, RecordList records, string[] keys, Ragged<ulong>? atoms = null, Comparison[]? comparisons = null)
    {
        (Fields, Parameters, _worth, _records, _keys) = (fields, parameters, worth, records, keys);
        _model = new MatchModel(parameters);
        _comparisons = comparisons is not null ? new(comparisons) : new(() => [.. Comparisons.Of(Fields, Records, _worth, Parameters)]);
        Blocking = new Blocking(parameters.Blocking);
        Atoms = atoms ?? RecordAtoms.Of(_comparisons.Value, records.Count);
        _tally = new(() => new AtomTally(Atoms));
    }

    /// <param name="fields">As they were when the parameters were made.</param>
    /// <param name="records">In any order.</param>
    /// <param name="worth">What one unit of a currency is worth in any one currency, as it was when the parameters were made.</param>
    /// <exception cref="ArgumentException">Two records have one key.</exception>
    public static MatchIndex Of(IReadOnlyList<MatchField> fields, MatchParameters parameters, IEnumerable<MatchRecord> records, Func<string, double?>? worth = null)
    {
        var (sorted, keys) = InOrder(records);
        return new MatchIndex(fields, parameters, worth, new GivenRecords(sorted), keys);
    }

    /// <summary>The index of records by the parameters that they tell themselves: see <see cref="Matching"/>. Of very many candidates a sample is enough.</summary>
    /// <param name="fields">Each with a name of its own.</param>
    /// <param name="worth">What one unit of a currency is worth in any one currency; null where that is not known.</param>
    /// <exception cref="ArgumentException">Two records have one key.</exception>
    public static MatchIndex Estimate(IReadOnlyList<MatchField> fields, IEnumerable<MatchRecord> records, Func<string, double?>? worth = null)
    {
        var (sorted, keys) = InOrder(records);
        var comparisons = Comparisons.Of(fields, sorted, worth);
        var atoms = RecordAtoms.Of(comparisons, sorted.Length);
        var matching = Matching.Of(comparisons, sorted.Length, Linkage.Candidates.Of(Blocks.Of(atoms), null, PairsOfEstimate));
        return new MatchIndex(fields, matching.Parameters, worth, new GivenRecords(sorted), keys, atoms, [.. matching.Comparisons]);
    }

    /// <summary>An index that was kept. It is read as it is asked; the bytes must not change.</summary>
    /// <param name="parameters">Those that it had, or others for the same fields.</param>
    /// <exception cref="InvalidDataException">The bytes are not what <see cref="Write"/> writes now; a full run makes new ones.</exception>
    public static MatchIndex Read(IReadOnlyList<MatchField> fields, MatchParameters parameters, ReadOnlyMemory<byte> bytes, Func<string, double?>? worth = null)
    {
        var (records, keys, atoms) = IndexFile.Read(bytes);
        return new MatchIndex(fields, parameters, worth, records, keys, atoms);
    }

    /// <summary>Keeps the records, and what takes long to find out of them; not the parameters.</summary>
    public void Write(IBufferWriter<byte> bytes) => IndexFile.Write(bytes, _records, _keys, Atoms);

    public IReadOnlyList<MatchField> Fields { get; }

    public MatchParameters Parameters { get; }

    /// <summary>In the order of their keys.</summary>
    public IReadOnlyList<MatchRecord> Records => _records;

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
        foreach (var part in new Blocks(Atoms, Blocking, _tally.Value).Parts(shard, shards))
        {
            var (sizes, candidates) = (new BlockSizes(), new List<ulong>());
            sizes.Add(part);
            Linkage.Candidates.Add(part, Parameters.LargestBlock, candidates);
            var pairs = Linkage.Candidates.Distinct(candidates);
            foreach (var (pair, weight, kind) in Scoring(null).Judge(pairs, judge ?? SameAlone)) found.Add(new FoundPair(_keys[pair.Left], _keys[pair.Right], weight, kind));
            compared += pairs.Length;
            blocks += sizes.Blocks;
            capped += sizes.Over(Parameters.LargestBlock);
            crowds += sizes.Crowds(Parameters.LargestBlock);
        }

        return new FoundPairs(FoundPairs.InOrder(found), compared, blocks, capped, crowds);
    }

    /// <summary>The index after some of its records have changed, have come or have gone.</summary>
    /// <param name="records">As they are now; one that says the same as before is taken for unchanged.</param>
    /// <param name="removed">Keys of what has gone; what is not there is passed over.</param>
    /// <exception cref="ArgumentException">A record is given twice, or is removed as well.</exception>
    public MatchChange With(IEnumerable<MatchRecord> records, IEnumerable<string> removed)
    {
        var fresh = records.Where(record => Place(record.Key) is not (>= 0 and var place) || !Records[place].SaysTheSame(record)).OrderBy(static record => record.Key, StringComparer.Ordinal).ToArray();
        var gone = fresh.Select(static record => record.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var key in removed)
            if (!gone.Add(key)) throw new ArgumentException($"The record {key} is given and removed.", nameof(removed));
        var atoms = RecordAtoms.Of(Comparisons.Of(Fields, fresh, _worth, Parameters), fresh.Length);
        var former = gone.Select(Place).Where(static place => place >= 0).Order().ToImmutableArray();
        var order = Merged(fresh, former);
        var index = new MatchIndex(Fields, Parameters, _worth, new MergedRecords(_records, new GivenRecords(fresh), order), [.. order.Select(at => at >= 0 ? _keys[at] : fresh[~at].Key)], Ragged<ulong>.Of(Atoms, atoms, order));
        return new MatchChange(this, index, former, [.. Enumerable.Range(0, order.Length).Where(at => order[at] < 0)]);
    }

    /// <summary>Groups of records that are the same, by the pairs that are; each in the order of their keys.</summary>
    /// <param name="pairs">Those of this index; people's verdicts may have changed their classes and weights.</param>
    public ImmutableArray<ImmutableArray<string>> Groups(ImmutableArray<FoundPair> pairs) => [.. Groups(pairs, null, null)];

    internal IEnumerable<ImmutableArray<string>> Groups(ImmutableArray<FoundPair> pairs, IReadOnlySet<int>? changed, ISet<int>? unchanged)
    {
        var (places, weights) = (new RecordPair[pairs.Length], new double[pairs.Length]);
        for (var at = 0; at < pairs.Length; at++)
        {
            places[at] = new RecordPair(Place(pairs[at].Left), Place(pairs[at].Right));
            weights[at] = pairs[at].Class == MatchClass.Same ? pairs[at].Weight : Math.Min(pairs[at].Weight, NotSame);
        }

        var groups = new ComponentGroups(Content, records => Scoring(records).Weight).Of(places, weights, changed, unchanged);
        return groups.Select(group => group.Select(KeyOf).ToImmutableArray());
    }

    /// <summary>Those pairs that are candidates.</summary>
    internal IEnumerable<(string Left, string Right)> Candidates(IReadOnlyCollection<(string Left, string Right)> pairs)
    {
        if (pairs.Count == 0) return [];
        var (shared, asked) = (new List<(ulong Block, (string Left, string Right) Pair)>(), new AtomTable(pairs.Count * 4));
        foreach (var pair in pairs)
        {
            foreach (var block in BlocksOf(Place(pair.Left)).Intersect(BlocksOf(Place(pair.Right))))
            {
                shared.Add((block, pair));
                asked[block] = 0;
            }
        }

        var firsts = new Dictionary<ulong, int>();
        foreach (var key in new Blocks(Atoms, Blocking, null).Keys(0, 1, asked))
        {
            asked[key.Block]++;
            firsts.TryAdd(key.Block, key.Record);
        }

        return shared.Where(at => asked.Of(at.Block) <= Parameters.LargestBlock || (Blocking.IsWhole(at.Block) && _keys[firsts[at.Block]] == at.Pair.Left)).Select(static at => at.Pair);
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

    internal string KeyOf(int place) => _keys[place];

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

    private static (MatchRecord[] Records, string[] Keys) InOrder(IEnumerable<MatchRecord> records)
    {
        var sorted = records.OrderBy(static record => record.Key, StringComparer.Ordinal).ToArray();
        var keys = Array.ConvertAll(sorted, static record => record.Key);
        for (var at = 1; at < keys.Length; at++)
            if (keys[at] == keys[at - 1]) throw new ArgumentException($"Two records have the key {keys[at]}.", nameof(records));
        return (sorted, keys);
    }

    private List<ulong> BlocksOf(int place)
    {
        var blocks = new List<ulong>();
        Blocking.AddBlocks(Atoms[place], null, blocks);
        return blocks;
    }

    /// <summary>Equal for records that say the very same.</summary>
    private ulong Content(int place) => BlocksOf(place).Find(Blocking.IsWhole);

    /// <summary>The order of all keys: places of what stays, and complements of the places of what is new.</summary>
    private int[] Merged(MatchRecord[] fresh, ImmutableArray<int> gone)
    {
        var (order, next, left) = (new List<int>(_keys.Length + fresh.Length), 0, 0);
        for (var place = 0; place < _keys.Length; place++)
        {
            for (; next < fresh.Length && string.CompareOrdinal(fresh[next].Key, _keys[place]) <= 0; next++) order.Add(~next);
            if (left < gone.Length && gone[left] == place) left++;
            else order.Add(place);
        }

        for (; next < fresh.Length; next++) order.Add(~next);
        return [.. order];
    }
}
