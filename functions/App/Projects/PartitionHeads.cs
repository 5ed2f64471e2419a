namespace ParisPact.Functions.Projects;

/// <summary>What a merge must know of a partition before it looks at any content.</summary>
internal sealed record PartitionHeads(SeenTimes Seen, Dictionary<ProjectKey, ProjectRow> Rows)
{
    public static PartitionHeads None() => new(SeenTimes.From(null), []);
}
