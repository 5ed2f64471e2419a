namespace ParisPact.Functions.Projects;

/// <summary>What a merge must know of a partition before it looks at any content.</summary>
/// <param name="Rows">All that the partition has.</param>
internal sealed record PartitionHeads(Manifest Manifest, Dictionary<ProjectKey, ProjectRow> Rows)
{
    public static PartitionHeads None() => new(Manifest.From(null), []);
}
