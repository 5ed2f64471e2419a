namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Slips of the hand in texts of one length.</summary>
internal static class Slip
{
    /// <summary>How many letters differ; the length where the texts have not one length.</summary>
    public static int Letters(string one, string other)
    {
        if (one.Length != other.Length) return Math.Max(one.Length, other.Length);
        var count = 0;
        for (var at = 0; at < one.Length; at++) count += one[at] == other[at] ? 0 : 1;
        return count;
    }

    /// <summary>One letter is another, or two neighbours have changed places.</summary>
    public static bool IsOne(string one, string other, int shortest)
    {
        if (one.Length != other.Length || one.Length < shortest) return false;
        var first = one.AsSpan().CommonPrefixLength(other);
        var rest = first + 1;
        if (one.AsSpan(rest).SequenceEqual(other.AsSpan(rest))) return true;
        return rest < one.Length && one[first] == other[rest] && one[rest] == other[first] && one.AsSpan(rest + 1).SequenceEqual(other.AsSpan(rest + 1));
    }
}
