using System.Numerics;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// A thing that two records may share, such as a word of their titles, as a number that is the same in every run: it may be kept in an index.
/// </summary>
public static class Atom
{
    public static ulong Of(string kind, ReadOnlySpan<char> value) => unchecked(Mixed(Fnv(Fnv(14695981039346656037, kind) ^ 0x1F, value)));

    public static ulong Of(string kind, int number) => unchecked(Mixed((Fnv(14695981039346656037, kind) ^ (uint)number) * 0x9E3779B97F4A7C15));

    /// <summary>Two atoms that a record has both; the same for both orders.</summary>
    public static ulong Both(ulong one, ulong other) => unchecked(one < other ? Mixed((BitOperations.RotateLeft(one, 17) * 0x9E3779B97F4A7C15) ^ other) : Both(other, one));

    private static ulong Fnv(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var letter in text) hash = unchecked((hash ^ letter) * 1099511628211);
        return hash;
    }

    private static ulong Mixed(ulong hash)
    {
        unchecked
        {
            hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
            hash = (hash ^ (hash >> 32)) * 0xD6E8FEB86659FD93;
            return hash ^ (hash >> 32);
        }
    }
}
