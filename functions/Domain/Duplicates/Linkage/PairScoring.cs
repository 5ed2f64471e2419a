namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Weighs pairs of some of an index' records.</summary>
/// <param name="comparisons">Of these records.</param>
/// <param name="places">The place of each record of the index among them; null where they are all.</param>
internal sealed class PairScoring(Comparison[] comparisons, PairModel model, IReadOnlyDictionary<int, int>? places)
{
    private const int Chunk = 16_384;

    public double Weight(int one, int other)
    {
        var pair = RecordPair.Of(Local(one), Local(other));
        return model.Same(comparisons, pair, Pattern.Of(comparisons, pair));
    }

    /// <summary>The pairs that are something to each other, with what speaks for it.</summary>
    /// <param name="pairs">In order.</param>
    /// <param name="judge">What pairs are; null where the model says it.</param>
    public List<(RecordPair Pair, double Weight, MatchClass Class)> Judge(RecordPair[] pairs, PairJudge? judge)
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
                var weight = model.Same(comparisons, locals[at], patterns[at]);
                var found = judge?.Invoke(patterns[at], weight) ?? (weight > 0 ? MatchClass.Same : MatchClass.Unrelated);
                if (judge is null && found == MatchClass.Unrelated && model.Related(comparisons, locals[at], patterns[at]) is > 0 and var related) (weight, found) = (related, MatchClass.Related);
                if (found != MatchClass.Unrelated) ofChunk.Add((some[at], weight, found));
            }

            kept[chunk] = ofChunk;
        });
        return [.. kept.SelectMany(static ofChunk => ofChunk)];
    }

    private int Local(int record) => places is null ? record : places[record];
}
