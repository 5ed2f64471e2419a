namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Weighs pairs of some of an index' records.</summary>
/// <param name="comparisons">Of these records.</param>
/// <param name="places">The place of each record of the index among them; null where they are all.</param>
internal sealed class PairScoring(Comparison[] comparisons, MatchModel model, IReadOnlyDictionary<int, int>? places)
{
    private const int Chunk = 16_384;

    public double Weight(int one, int other) => model.Weight(comparisons, RecordPair.Of(Local(one), Local(other)));

    /// <summary>The pairs that the judge keeps.</summary>
    /// <param name="pairs">In order.</param>
    public List<(RecordPair Pair, double Weight, MatchClass Class)> Judge(RecordPair[] pairs, PairJudge judge)
    {
        var all = Enumerable.Range(0, comparisons.Length).ToArray();
        var kept = new List<(RecordPair, double, MatchClass)>[(pairs.Length + Chunk - 1) / Chunk];
        Parallel.For(0, kept.Length, chunk =>
        {
            var some = pairs.AsSpan(chunk * Chunk, Math.Min(Chunk, pairs.Length - (chunk * Chunk)));
            var (locals, patterns, ofChunk) = (new RecordPair[some.Length], new ulong[some.Length], new List<(RecordPair, double, MatchClass)>());
            for (var at = 0; at < some.Length; at++) locals[at] = new RecordPair(Local(some[at].Left), Local(some[at].Right));
            Pattern.Add(comparisons, all, locals, patterns);
            for (var at = 0; at < some.Length; at++)
            {
                var weight = model.Weight(comparisons, locals[at], patterns[at]);
                if (judge(patterns[at], weight) is not MatchClass.Unrelated and var found) ofChunk.Add((some[at], weight, found));
            }

            kept[chunk] = ofChunk;
        });
        return [.. kept.SelectMany(static ofChunk => ofChunk)];
    }

    private int Local(int record) => places is null ? record : places[record];
}
