using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>What one version of parameters says of pairs: what is the same by the first step, what is related by the second, both after what people taught.</summary>
internal sealed class PairModel(MatchParameters parameters)
{
    private readonly MatchModel _same = new(parameters);

    /// <summary>How much likelier than all else it is that the two are the same, in bits.</summary>
    public double Same(Comparison[] comparisons, RecordPair pair, ulong pattern)
    {
        var weight = _same.Weight(comparisons, pair, pattern);
        return parameters.OfSame is { } correction ? correction.Apply(weight, pattern) : weight;
    }

    /// <summary>How much likelier than not it is that two which are not the same are related, in bits; negative infinity where nothing is.</summary>
    public double Related(Comparison[] comparisons, RecordPair pair, ulong pattern)
    {
        if (parameters.Related is not { } related) return double.NegativeInfinity;
        var weight = related.Weight(comparisons, pair, pattern);
        return parameters.OfRelated is { } correction ? correction.Apply(weight, pattern) : weight;
    }

    public (double Prior, ImmutableArray<Reason> Reasons) ExplainSame(ImmutableArray<Comparison> comparisons, RecordPair pair)
    {
        var (prior, reasons) = _same.Explain(comparisons, pair);
        return parameters.OfSame is { } correction ? correction.Explain(prior, reasons, comparisons, pair) : (prior, reasons);
    }

    public (double Prior, ImmutableArray<Reason> Reasons) ExplainRelated(ImmutableArray<Comparison> comparisons, RecordPair pair)
    {
        if (parameters.Related is not { } related) return (double.NegativeInfinity, []);
        var (prior, reasons) = related.Explain(comparisons, pair);
        return parameters.OfRelated is { } correction ? correction.Explain(prior, reasons, comparisons, pair) : (prior, reasons);
    }
}
