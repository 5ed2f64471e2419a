using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>How many records have each atom, where more than one has it: what is not listed counts as met once.</summary>
/// <param name="Atoms">In rising order.</param>
/// <param name="Times">Of each atom; over 1.</param>
public sealed record AtomCounts(ImmutableArray<ulong> Atoms, ImmutableArray<int> Times)
{
    public static AtomCounts None { get; } = new([], []);

    public int Of(ulong atom) => Atoms.BinarySearch(atom) is >= 0 and var at ? Times[at] : 1;

    /// <param name="atoms">Each once, in any order.</param>
    /// <param name="over">Atoms that no more records have are left out.</param>
    internal static AtomCounts Of(IReadOnlyList<ulong> atoms, IReadOnlyList<int> times, int over = 1)
    {
        var kept = Enumerable.Range(0, atoms.Count).Where(at => times[at] > over).ToArray();
        var (sorted, counts) = (Array.ConvertAll(kept, at => atoms[at]), Array.ConvertAll(kept, at => times[at]));
        Array.Sort(sorted, counts);
        return new AtomCounts([.. sorted], [.. counts]);
    }
}
