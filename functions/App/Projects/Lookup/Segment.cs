using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>
/// Projects as columns, in the order of look-ups: newest change first, then by key. Immutable; a project that changes later stands in a
/// later segment, and here is dead.
/// </summary>
internal sealed record Segment
{
    /// <summary>A day that nobody stated.</summary>
    public const int NoDay = -1;

    private const byte WithdrawnBit = 1;

    private const int BasisShift = 1;

    public required int Count { get; init; }

    /// <summary>Partition and row of the <see cref="ProjectKey"/> with a space between: sorts like the key.</summary>
    public required TextColumn Keys { get; init; }

    public required TextColumn References { get; init; }

    public required TextColumn Titles { get; init; }

    /// <summary>When the project last changed, in ticks of UTC.</summary>
    public required long[] ChangedAt { get; init; }

    public required int[] Versions { get; init; }

    /// <summary>Day numbers of planned start, actual start, planned end and actual end: four for each row.</summary>
    public required int[] Days { get; init; }

    public required byte[] Flags { get; init; }

    /// <summary>By <see cref="Facet"/>.</summary>
    public required FacetColumn[] Facets { get; init; }

    public required MoneyColumn Money { get; init; }

    public required TextIndex Text { get; init; }

    /// <summary>Which keys are where.</summary>
    public required KeyIndex Index { get; init; }

    /// <summary>What follows from <see cref="Money"/> and the rates of the day.</summary>
    public required UsdColumn Usd { get; init; }

    public static byte FlagsOf(bool withdrawn, AmountBasis basis) => (byte)((withdrawn ? WithdrawnBit : 0) | ((int)basis << BasisShift));

    public bool IsWithdrawn(int row) => (Flags[row] & WithdrawnBit) != 0;

    public AmountBasis Basis(int row) => (AmountBasis)(Flags[row] >> BasisShift);

    /// <summary>Day number of the actual start, else of the planned one.</summary>
    public int Start(int row) => Days[(4 * row) + 1] != NoDay ? Days[(4 * row) + 1] : Days[4 * row];

    /// <summary>Day number of the actual end, else of the planned one.</summary>
    public int End(int row) => Days[(4 * row) + 3] != NoDay ? Days[(4 * row) + 3] : Days[(4 * row) + 2];

    /// <summary>Whether a row comes before, at or behind a place in the order of look-ups: less than, equal to or greater than 0.</summary>
    public int CompareOrder(int row, long changedAt, ReadOnlySpan<byte> key)
    {
        var newerFirst = changedAt.CompareTo(ChangedAt[row]);
        return newerFirst != 0 ? newerFirst : Keys.Utf8(row).SequenceCompareTo(key);
    }
}
