namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Weighs pairs of some of an index' records.</summary>
/// <param name="comparisons">Of these records.</param>
/// <param name="locals">The place of each record of the index among them; null where they are all.</param>
internal sealed class PairScoring(Comparison[] comparisons, MatchModel model, IReadOnlyDictionary<int, int>? locals)
{
    private const int Chunk = 16_384;

    public double Weight(int one, int other) => model.Weight(comparisons, RecordPair.Of(Local(one), Local(other)));

    /// <summary>The pairs that the judge keeps.</summary>
    /// <param name="pairs">In order.</param>
    public List<(RecordPair Pair, double Weight, MatchClass Class)> Judge(RecordPair[] pairs, PairJudge judge)
    {
        var kept = new List<(RecordPair, double, MatchClass)>[(pairs.Length + Chunk - 1) / Chunk];
        Parallel.For(0, kept.Length, chunk =>
        {
            var ofChunk = kept[chunk] = [];
            foreach (var pair in pairs.AsSpan(chunk * Chunk, Math.Min(Chunk, pairs.Length - (chunk * Chunk))))
            {
                var local = new RecordPair(Local(pair.Left), Local(pair.Right));
                var pattern = Pattern.Of(comparisons, local);
                var weight = model.Weight(comparisons, local, pattern);
                if (judge(pattern, weight) is not MatchClass.Unrelated and var found) ofChunk.Add((pair, weight, found));
            }
        });
        return [.. kept.SelectMany(static ofChunk => ofChunk)];
    }

    private int Local(int record) => locals is null ? record : locals[record];
}
