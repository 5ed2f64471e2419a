namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>What people decided of a pair.</summary>
/// <param name="Id">The pair's own, the same in every run and in both orders of its records: it decides whether the pair is learnt from or held back.</param>
public sealed record LabelledPair(string Id, RecordPair Pair, MatchClass Class);
