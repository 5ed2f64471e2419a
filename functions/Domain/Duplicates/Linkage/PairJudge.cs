namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>What two records are to each other, by another judgement than that of the parameters; it must follow from what is given here alone. What is unrelated is not kept.</summary>
/// <param name="pattern">The levels of all comparisons.</param>
/// <param name="weight">In bits; over 0 it is likelier than all else that the two are the same.</param>
public delegate MatchClass PairJudge(ulong pattern, double weight);
