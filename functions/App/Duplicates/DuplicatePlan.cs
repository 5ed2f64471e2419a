using ParisPact.Domain.Duplicates;

namespace ParisPact.Functions.Duplicates;

/// <summary>A run that somebody asked for.</summary>
/// <param name="Date">The night that it is for.</param>
/// <param name="Full">Compares everything, and estimates the model anew; otherwise only where that is due.</param>
internal sealed record DuplicateRequest(DateOnly Date, bool Full);

/// <summary>What a run has to do, in figures; the rest lies in its folder.</summary>
/// <param name="Run">Tells this run from all others.</param>
/// <param name="Shards">Parts in which the pairs are searched, each by itself; 0 where there are no two projects.</param>
/// <param name="Projects">In the register, withdrawn ones left out.</param>
/// <param name="Changed">Of them, those that are compared anew.</param>
internal sealed record DuplicatePlan(string Run, DateOnly Date, bool Full, int Shards, int Projects, int Changed)
{
    public string Folder => $"runs/{Run}/";

    /// <summary>The state as it is to be when the run has ended.</summary>
    public string Next => Folder + "state.json";

    /// <summary>The state that the run begins with; there is none in a full run.</summary>
    public string Before => Folder + "before.json";

    /// <summary>What has changed since then; there is none in a full run.</summary>
    public string Changes => Folder + "changes.json";

    public string Shard(int shard) => $"{Folder}shard-{shard}.json";
}

/// <summary>A project that is not as it was in the run before.</summary>
/// <param name="Before">Null where it was not there.</param>
/// <param name="After">Null where it is not there any more.</param>
internal sealed record RecordChange(ProjectRecord? Before, ProjectRecord? After);
