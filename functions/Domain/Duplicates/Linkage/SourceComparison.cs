namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Compares who reports two records: one who reports both seldom means one project.</summary>
public sealed class SourceComparison : Comparison
{
    private readonly int[] _sources;

    public SourceComparison(IReadOnlyList<string> column)
        : base("source", "missing", "is one", "are two") => (_, _sources) = Vocabulary.Of(column);

    public override int Level(int left, int right)
    {
        var (one, other) = (_sources[left], _sources[right]);
        return one < 0 || other < 0 ? Nothing : one == other ? 1 : 2;
    }
}
