namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Two atoms, the smaller first.</summary>
public readonly record struct AtomPair(ulong One, ulong Other)
{
    public static AtomPair Of(ulong one, ulong other) => one < other ? new(one, other) : new(other, one);
}
