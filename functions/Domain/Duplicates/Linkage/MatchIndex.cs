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
    private const int PairsOfEstimate = 8_000_000;

    private readonly Func<string, double?>? _worth;
    private readonly RecordList _records;
    private readonly string[] _keys;
    private readonly PairModel _model;
    private readonly Lazy<Comparison[]> _comparisons;
    private readonly Lazy<Blocking> _blocking;
    private readonly Lazy<Ragged<ulong>> _atoms;
    private readonly Lazy<AtomTally> _tally;

    private MatchIndex(IReadOnlyList<MatchField> fields, MatchParameters parameters, Func<string, double?>? worth, RecordList records, string[] keys, Ragged<ulong>? atoms = null, Comparison[]? comparisons = null)
    {
        (Fields, Parameters, _worth, _records, _keys) = (fields, parameters, worth, records, keys);
        _model = new PairModel(parameters);
        _comparisons = comparisons is not null ? new(comparisons) : new(() => [.. Comparisons.Of(Fields, Records, _worth, Parameters)]);
        // An index that is only asked to explain needs neither.
        _blocking = new(() => new Blocking(parameters.Blocking));
        _atoms = atoms is not null ? new(atoms) : new(() => RecordAtoms.Of(_comparisons.Value, records.Count));
        _tally = new(() => new AtomTally(Atoms));
    }

    /// <param name="fields">As they were when the parameters were made.</param>
    /// <param name="records">In any order.</param>
    /// <param name="worth">What one unit of a currency is worth in any one currency, as it was when the parameters were made.</param>
    /// <exception cref="ArgumentException">Two records have one key.</exception>
    public static MatchIndex Of(IReadOnlyList<MatchField> fields, MatchParameters parameters, IEnumerable<MatchRecord> records, Func<string, double?>? worth = null)
    {
        var (sorted, keys) = RecordOrder.Of(records);
        return new MatchIndex(fields, parameters, worth, new GivenRecords(sorted), keys);
    }

    /// <summary>The index of records by the parameters that they tell themselves: see <see cref="Matching"/>. Of very many candidates a sample is enough.</summary>
    /// <param name="fields">Each with a name of its own.</param>
    /// <param name="worth">What one unit of a currency is worth in any one currency; null where that is not known.</param>
    /// <exception cref="ArgumentException">Two records have one key.</exception>
    public static MatchIndex Estimate(IReadOnlyList<MatchField> fields, IEnumerable<MatchRecord> records, Func<string, double?>? worth = null)
    {
        var (sorted, keys) = RecordOrder.Of(records);
        var comparisons = Comparisons.Of(fields, sorted, worth);
        var atoms = RecordAtoms.Of(comparisons, sorted.Length);
        var matching = Matching.Of(comparisons, sorted.Length, Candidates.Of(Blocks.Of(atoms), null, PairsOfEstimate));
        var related = RelatedEstimate.Of(matching.Comparisons, Pattern.OfAll(matching.Comparisons, matching.Candidates.Pairs), at => matching.Weights[at] > 0);
        var parameters = matching.Parameters with { Related = related.Bits.IsEmpty ? null : related };
        return new MatchIndex(fields, parameters, worth, new GivenRecords(sorted), keys, atoms, [.. matching.Comparisons]);
    }

    /// <summary>The same records by parameters that people's verdicts have improved, where they do.</summary>
    /// <param name="verdicts">By the id of each pair; those on records that are not here are passed over.</param>
    public (MatchIndex Index, Lessons Same, Lessons Related) Taught(IEnumerable<(string Id, string Left, string Right, MatchClass Class)> verdicts)
    {
        List<LabelledPair> labelled = [.. verdicts.Select(one => (one.Id, Left: Place(one.Left), Right: Place(one.Right), one.Class))
            .Where(static one => one.Left >= 0 && one.Right >= 0).Select(static one => new LabelledPair(one.Id, RecordPair.Of(one.Left, one.Right), one.Class))];
        var (same, related) = (Lessons.OfSame(_comparisons.Value, new MatchModel(Parameters), labelled), Lessons.OfRelated(_comparisons.Value, Parameters.Related ?? RelatedModel.None, labelled));
        var parameters = Parameters with { OfSame = same.IsTaken ? same.Correction : null, OfRelated = related.IsTaken ? related.Correction : null };
        return (new MatchIndex(Fields, parameters, _worth, _records, _keys, Atoms, _comparisons.Value), same, related);
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

    internal Blocking Blocking => _blocking.Value;

    internal Ragged<ulong> Atoms => _atoms.Value;

    /// <summary>What the blocks of one shard hold. The shards together hold what one alone would; each can be searched by itself, and again.</summary>
    /// <param name="shard">From 0.</param>
    /// <param name="judge">What pairs are; what the parameters say, same or related, where it is null.</param>
    public FoundPairs Find(int shard = 0, int shards = 1, PairJudge? judge = null)
    {
        var (found, compared, blocks, capped, crowds) = (new List<FoundPair>(), 0L, 0, 0, 0);
        foreach (var part in new Blocks(Atoms, Blocking, _tally.Value).Parts(shard, shards))
        {
            var (sizes, candidates) = (new BlockSizes(), new List<ulong>());
            sizes.Add(part);
            Candidates.Add(part, Parameters.LargestBlock, candidates);
            var pairs = Candidates.Distinct(candidates);
            foreach (var (pair, weight, kind) in Scoring(null).Judge(pairs, judge)) found.Add(new FoundPair(_keys[pair.Left], _keys[pair.Right], weight, kind));
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
        var (fresh, keys) = RecordOrder.Of(records.Where(record => Place(record.Key) is not (>= 0 and var place) || !Records[place].SaysTheSame(record)));
        var gone = removed.ToHashSet(StringComparer.Ordinal);
        if (Array.Find(keys, gone.Contains) is { } both) throw new ArgumentException($"The record {both} is given and removed.", nameof(removed));
        var atoms = RecordAtoms.Of(Comparisons.Of(Fields, fresh, _worth, Parameters), fresh.Length);
        var former = gone.Concat(keys).Select(Place).Where(static place => place >= 0).Order().ToImmutableArray();
        var order = RecordOrder.Of(_keys, former, keys);
        var index = new MatchIndex(Fields, Parameters, _worth, new MergedRecords(_records, new GivenRecords(fresh), order), Array.ConvertAll(order, at => at >= 0 ? _keys[at] : keys[~at]), Ragged<ulong>.Of(Atoms, atoms, order));
        return new MatchChange(this, index, former, [.. Enumerable.Range(0, order.Length).Where(at => order[at] < 0)]);
    }

    /// <summary>Groups of records that are the same, by the pairs that are; each in the order of their keys.</summary>
    /// <param name="pairs">Those of this index; people's verdicts may have changed their classes and weights.</param>
    public ImmutableArray<ImmutableArray<string>> Groups(ImmutableArray<FoundPair> pairs) => [.. FoundGroups.Of(this, pairs)];

    /// <summary>What speaks for and against it that any two records are the same: see <see cref="MatchModel.Explain"/>.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public (double Prior, ImmutableArray<Reason> Reasons) Explain(string left, string right) => _model.ExplainSame(Both(left, right), new RecordPair(0, 1));

    /// <summary>What speaks for and against it that two records which are not the same are related; a prior of negative infinity and no reasons where nothing is.</summary>
    /// <exception cref="KeyNotFoundException">There is no such record.</exception>
    public (double Prior, ImmutableArray<Reason> Reasons) ExplainRelated(string left, string right) => _model.ExplainRelated(Both(left, right), new RecordPair(0, 1));

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

    private ImmutableArray<Comparison> Both(string left, string right) => Comparisons.Of(Fields, [Of(left), Of(right)], _worth, Parameters);

    internal List<ulong> BlocksOf(int place)
    {
        var blocks = new List<ulong>();
        Blocking.AddBlocks(Atoms[place], null, blocks);
        return blocks;
    }
}
