using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Projects;

/// <summary>What a merge is going to do to one partition, and what it is going to say.</summary>
internal sealed class BucketPlan(string partition, Manifest manifest)
{
    public string Partition { get; } = partition;

    public Manifest Manifest { get; } = manifest;

    public List<PlannedWrite> Writes { get; } = [];

    /// <summary>Written by an earlier run, which may not have come to the log.</summary>
    public List<ChangedKey> WrittenBefore { get; } = [];

    public List<(int Index, RecordOutcome Outcome)> Outcomes { get; } = [];

    public List<(ProjectKey Key, RecordOutcome Outcome)> Withdrawn { get; } = [];

    /// <summary>With the record's place in the request; those of the file behind all others.</summary>
    public List<(int Index, Problem Problem)> Problems { get; } = [];

    /// <summary>Records under a former reference, which belong into another partition.</summary>
    public List<MergeRecord> Renamed { get; } = [];

    /// <summary>Projects whose rename must be finished before anything else.</summary>
    public List<ProjectKey> Moving { get; } = [];

    /// <summary>A record would have to be whole.</summary>
    public bool IsOutdated { get; set; }

    public void Say(MergeRecord record, RecordOutcome outcome, Problem? problem = null)
    {
        Outcomes.Add((record.Index, outcome));
        if (record.Renamed) Problems.Add((record.Index, MergeRules.Renamed(record)));
        if (problem is not null) Problems.Add((record.Index, problem));
    }
}
