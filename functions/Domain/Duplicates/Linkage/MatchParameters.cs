using System.Collections.Immutable;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>
/// One version of the model's parameters: all that the levels, the weight and the candidacy of two records depend on, but for the records
/// themselves. It is plain data, to be kept; a full run makes the next one.
/// </summary>
/// <param name="Records">How many records it was made from.</param>
/// <param name="Fields">One for each comparison, in their order.</param>
/// <param name="Blocking">Of the atoms that are too frequent to be a block by themselves.</param>
/// <param name="LargestBlock">Records of one block, at the most.</param>
/// <param name="Priors">By class, in bits.</param>
/// <param name="Bits">By class, comparison and level.</param>
public sealed record MatchParameters(
    int Records,
    ImmutableArray<FieldParameters> Fields,
    AtomCounts Blocking,
    int LargestBlock,
    ImmutableArray<double> Priors,
    ImmutableArray<ImmutableArray<ImmutableArray<double>>> Bits)
{
    /// <summary>What tells the related from all others that are not the same; null where nothing is related.</summary>
    public RelatedModel? Related { get; init; }

    /// <summary>What people's verdicts change of the weight of what is the same; null where they change nothing.</summary>
    public Correction? OfSame { get; init; }

    /// <summary>What they change of the weight of what is related; null where they change nothing.</summary>
    public Correction? OfRelated { get; init; }

    /// <summary>What the records themselves tell: see <see cref="MatchIndex.Estimate"/>.</summary>
    public static MatchParameters Estimate(IReadOnlyList<MatchField> fields, IEnumerable<MatchRecord> records, Func<string, double?>? worth = null) =>
        MatchIndex.Estimate(fields, records, worth).Parameters;

    /// <exception cref="ArgumentException">It was made for other fields.</exception>
    internal FieldParameters Of(MatchField field) =>
        Fields.FirstOrDefault(known => known.Field == field.Name) ?? new FieldParameters(field.Name, Records, AtomCounts.None, []);
}
