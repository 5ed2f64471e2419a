using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Duplicates;

/// <summary>For the sums of look-ups: which records people have confirmed to be one project.</summary>
internal sealed class ConfirmedProjects(VerdictLog log, FindingsStore findings)
{
    public static IResult Mistake => Problems.Invalid([new("distinct", "distinct is true or false.")]);

    /// <param name="distinct">False counts every record.</param>
    public async Task<ToldOnce> ToldOnceAsync(bool distinct, CancellationToken cancellation) => new(distinct ? await GroupsAsync(cancellation) : []);

    /// <summary>The one that is suggested to lead first, by what the last run knew of them.</summary>
    private async Task<IReadOnlyList<ImmutableArray<ProjectKey>>> GroupsAsync(CancellationToken cancellation)
    {
        var index = await findings.CurrentAsync(cancellation);
        var groups = ConfirmedGroups.Of((await log.CurrentAsync(cancellation)).Pairs.Values);
        return [.. groups.Select(group => (ImmutableArray<ProjectKey>)[.. LeadRecord.Suggest(group.Members.Select(key => index?.Project(key)?.Candidate ?? new LeadCandidate(key, 0, default))).Order.Select(candidate => Pairs.KeyOf(candidate.Key))])];
    }
}
