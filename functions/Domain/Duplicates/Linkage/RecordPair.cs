namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Two records by their places, the smaller first.</summary>
public readonly record struct RecordPair(int Left, int Right)
{
    public static RecordPair Of(int one, int other) => one < other ? new(one, other) : new(other, one);

    public static RecordPair From(ulong packed) => new((int)(packed >> 32), (int)(packed & uint.MaxValue));

    public ulong Packed => ((ulong)(uint)Left << 32) | (uint)Right;
}
