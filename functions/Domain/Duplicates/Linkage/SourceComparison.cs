using System.Collections.Immutable;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Compares who reports two records: one who reports both seldom means one project.</summary>
public sealed class SourceComparison : Comparison
{
    private readonly int[] _sources;

    public SourceComparison(Column column)
        : base("source", "missing", "is one", "are two")
    {
        var sources = new Vocabulary();
        _sources = [.. Enumerable.Range(0, column.Count).Select(record => sources.Add(Folding.Fold(column.First(record))))];
    }

    /// <inheritdoc/>
    public override ImmutableArray<double> Expected => [0.02, 0.98];

    public override int Level(int left, int right)
    {
        var (one, other) = (_sources[left], _sources[right]);
        return one < 0 || other < 0 ? Nothing : one == other ? 1 : 2;
    }

    internal override void AddLevels(ReadOnlySpan<RecordPair> pairs, Span<ulong> patterns, int shift)
    {
        for (var at = 0; at < pairs.Length; at++) patterns[at] |= (ulong)Level(pairs[at].Left, pairs[at].Right) << shift;
    }
}
