namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Two records that are something to each other.</summary>
/// <param name="Left">The key that is smaller in ordinal order.</param>
/// <param name="Weight">What speaks for its class, in bits.</param>
public readonly record struct FoundPair(string Left, string Right, double Weight, MatchClass Class)
{
    /// <summary>By their keys.</summary>
    public static int Compare(FoundPair one, FoundPair other) =>
        string.CompareOrdinal(one.Left, other.Left) is not 0 and var left ? left : string.CompareOrdinal(one.Right, other.Right);
}
