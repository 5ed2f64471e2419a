using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>What a project said at each version, and what each version changed.</summary>
internal sealed class Histories(Renaming renaming, VersionRows versions, Payloads payloads)
{
    private const int LongestPage = 100;

    public async Task<HistoryPage?> ReadAsync(PartnerId partner, ProjectReference reference, int? before, int limit, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, LongestPage);
        if (await renaming.FollowAsync(ProjectKey.Of(partner, reference), cancellation).ConfigureAwait(false) is not { Kind: RowKind.Project } truth) return null;
        var last = Math.Min(truth.Version, (before ?? int.MaxValue) - 1);
        var first = Math.Max(1, last - limit + 1);
        var rows = new List<ProjectRow>();
        if (last == truth.Version) rows.Add(truth);
        rows.AddRange(await versions.RangeAsync(truth, first, Math.Min(last, truth.Version - 1), cancellation).ConfigureAwait(false));
        var page = await Task.WhenAll(rows.Select(row => OpenAsync(row, cancellation))).ConfigureAwait(false);
        return new HistoryPage([.. page], first > 1 ? first : null);
    }

    private async Task<ProjectVersion> OpenAsync(ProjectRow row, CancellationToken cancellation) => new(
        row.Version,
        row.Withdrawn,
        row.Origin,
        row.Sheet,
        row.Line,
        PackedProject.Changes(row.Changes),
        await payloads.OpenAsync(row, cancellation).ConfigureAwait(false));
}
