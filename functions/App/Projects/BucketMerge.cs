using System.Collections.Immutable;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>The part of a merge that concerns one partition: what stands there, what comes, and what follows from both.</summary>
/// <param name="named">Whether the file names a key: what it names is never withdrawn. Null where nothing is withdrawn.</param>
/// <param name="ahead">What stands there, where it was read together with that of other partitions; good for the first plan only.</param>
/// <param name="manifest">Likewise, and only the manifest.</param>
internal sealed class BucketMerge(
    ProjectRows rows,
    VersionRows versions,
    Payloads payloads,
    ChangeOrigin origin,
    string partition,
    IReadOnlyList<MergeRecord> records,
    Predicate<ProjectKey>? named,
    PartitionHeads? ahead = null,
    Manifest? manifest = null)
{
    private PartitionHeads? _ahead = ahead;
    private Manifest? _manifest = manifest;

    public async Task<BucketPlan> PlanAsync(CancellationToken cancellation)
    {
        var (manifest, heads) = await HeadsAsync(cancellation).ConfigureAwait(false);
        var plan = new BucketPlan(partition, manifest);
        var compare = new List<MergeRecord>();
        foreach (var record in records)
        {
            var head = heads.GetValueOrDefault(record.Key);
            var verdict = MergeRules.Decide(record, manifest, origin) ?? MergeRules.Decide(record, head, manifest, origin);
            plan.IsOutdated |= !record.Incoming.IsWhole && verdict is not (MergeVerdict.Confirmed or MergeVerdict.Unchanged or MergeVerdict.Blocked or MergeVerdict.Moving);
            if (plan.IsOutdated) return plan;
            switch (verdict)
            {
                case MergeVerdict.Create:
                    plan.Writes.Add(new PlannedWrite(null, New(record)));
                    plan.Say(record, MergeRules.Outcome(record, Outcome.Created));
                    break;
                case MergeVerdict.Confirmed:
                    plan.Manifest.Confirm(record.Key, origin.FileTime, head);
                    plan.Say(record, MergeRules.Outcome(record, Outcome.Unchanged));
                    break;
                case MergeVerdict.Unchanged:
                    plan.Say(record, MergeRules.Outcome(record, Outcome.Unchanged));
                    break;
                case MergeVerdict.Blocked:
                    plan.Say(record, MergeRules.Outcome(record, Outcome.Rejected), MergeRules.Blocked(record));
                    break;
                case MergeVerdict.Renamed:
                    plan.Renamed.Add(record);
                    break;
                case MergeVerdict.Moving:
                    plan.Moving.Add(record.Key);
                    break;
                case MergeVerdict.Older or MergeVerdict.Compare:
                    compare.Add(record);
                    break;
            }
        }

        var leave = named is null ? [] : heads.Values.Where(head => head.Kind == RowKind.Project && !IsNamed(head)).ToList();
        plan.Moving.AddRange(leave.Where(static head => head.Move is not null).Select(static head => head.Key));
        if (plan.Moving.Count > 0) return plan;

        var withdraw = leave.Where(head => !head.Withdrawn || MergeRules.IsOwn(head, origin)).Select(static head => head.Key);
        var full = await FullAsync(heads, [.. compare.Select(static record => record.Key), .. withdraw], cancellation).ConfigureAwait(false);
        foreach (var record in compare)
        {
            // Gone since the heads were read: what was quicker has changed the manifest or the row, and the write fails on that.
            if (full.TryGetValue(record.Key, out var row) && row is { Kind: RowKind.Project, Move: null }) await CompareAsync(plan, record, row, cancellation).ConfigureAwait(false);
            else plan.Moving.Add(record.Key);
        }

        foreach (var key in withdraw.Order())
            if (full.TryGetValue(key, out var row) && row is { Kind: RowKind.Project, Move: null }) await WithdrawAsync(plan, row, cancellation).ConfigureAwait(false);
        return plan;
    }

    private async Task CompareAsync(BucketPlan plan, MergeRecord record, ProjectRow row, CancellationToken cancellation)
    {
        var own = MergeRules.IsOwn(row, origin);
        if (own && !row.Withdrawn && record.Says(row))
        {
            plan.WrittenBefore.Add(row.Changed);
            plan.Say(record, MergeRules.Again(record, row));
            return;
        }

        if (own && record.Renamed)
        {
            plan.Say(record, MergeRules.Outcome(record, Outcome.Rejected), MergeRules.NamedTwice(record));
            return;
        }

        if (MergeRules.MayBeUnderneath(row, origin) && await versions.OfUploadAsync(row, origin.Upload!, cancellation).ConfigureAwait(false) is { } earlier && record.Said(earlier))
        {
            plan.Say(record, MergeRules.Again(record, earlier));
            return;
        }

        var known = plan.Manifest.Newest(row);
        var changes = Differences.Between(await payloads.OpenAsync(row, cancellation).ConfigureAwait(false), record.Incoming.Project);
        if (row.Withdrawn) changes = changes.Add(new FieldChange("withdrawn", "yes", "no"));
        if (changes.IsEmpty)
        {
            if (origin.FileTime > known) plan.Manifest.Confirm(record.Key, origin.FileTime, row);
            plan.Say(record, MergeRules.Outcome(record, Outcome.Unchanged));
            return;
        }

        if (origin.FileTime < known)
        {
            plan.Say(record, MergeRules.Outcome(record, Outcome.Unchanged), MergeRules.Older(record, known, origin));
            return;
        }

        var next = New(record) with { Version = row.Version + 1, CreatedAt = row.CreatedAt, Former = row.Former, Changes = PackedProject.Of(changes) };
        plan.Writes.Add(new PlannedWrite(row, next));
        plan.Say(record, MergeRules.Outcome(record, Outcome.Updated, changes));
    }

    private async Task WithdrawAsync(BucketPlan plan, ProjectRow row, CancellationToken cancellation)
    {
        var reference = (await payloads.OpenAsync(row, cancellation).ConfigureAwait(false)).Reference.AsWritten;
        if (row.Withdrawn)
        {
            if (!MergeRules.IsOwn(row, origin)) return;
            plan.WrittenBefore.Add(row.Changed);
            plan.Withdrawn.Add((row.Key, new RecordOutcome(reference, Outcome.Withdrawn, PackedProject.Changes(row.Changes))));
            return;
        }

        var known = plan.Manifest.Newest(row);
        if (origin.FileTime < known)
        {
            plan.Problems.Add((int.MaxValue, MergeRules.NotWithdrawn(reference, known, origin)));
            return;
        }

        ImmutableArray<FieldChange> changes = [new FieldChange("withdrawn", "no", "yes")];
        plan.Writes.Add(new PlannedWrite(row, row.Next(origin) with { Withdrawn = true, Changes = PackedProject.Of(changes) }));
        plan.Withdrawn.Add((row.Key, new RecordOutcome(reference, Outcome.Withdrawn, changes)));
    }

    private ProjectRow New(MergeRecord record) => new()
    {
        Key = record.Key,
        Version = 1,
        CreatedAt = origin.At,
        Origin = origin,
        Sheet = record.Incoming.Sheet,
        Line = record.Incoming.Line,
        Hash = record.Incoming.Hash,
        Payload = PackedProject.Compressed(record.Incoming.Payload),
    };

    private bool IsNamed(ProjectRow head) => named!(head.Key) || head.Former.Any(former => named(former.Key));

    /// <summary>
    /// The manifest, and the rows of which it does not say that they stay as they are. Few are read one by one and as a whole; for many, and to
    /// see what the file leaves out, the heads of the partition are.
    /// </summary>
    private async Task<(Manifest Manifest, IReadOnlyDictionary<ProjectKey, ProjectRow> Heads)> HeadsAsync(CancellationToken cancellation)
    {
        var (ahead, manifest) = (Interlocked.Exchange(ref _ahead, null), Interlocked.Exchange(ref _manifest, null));
        if (ahead is null && named is null)
        {
            // A new partition holds nothing: were that not so, adding to it would fail, and the next plan looks.
            if (manifest is { IsNew: true }) return (manifest, PartitionHeads.None().Rows);
            // The manifest first: whatever is written between this read and the next then fails on its condition.
            manifest ??= await rows.ManifestAsync(partition, cancellation).ConfigureAwait(false);
            ProjectKey[] asked = [.. records.Where(record => MergeRules.Decide(record, manifest, origin) is null).Select(static record => record.Key)];
            if (asked.Length < ProjectRows.WorthScanning) return (manifest, await rows.FindManyAsync(asked, cancellation).ConfigureAwait(false));
        }

        var heads = ahead ?? await rows.HeadsAsync(partition, cancellation).ConfigureAwait(false);
        return (heads.Manifest, heads.Rows);
    }

    private async Task<IReadOnlyDictionary<ProjectKey, ProjectRow>> FullAsync(IReadOnlyDictionary<ProjectKey, ProjectRow> heads, IReadOnlyCollection<ProjectKey> keys, CancellationToken cancellation) =>
        keys.All(key => heads[key] is { Payload.Length: > 0 } or { Blob: not null })
            ? heads
            : await rows.FindManyAsync(keys, cancellation).ConfigureAwait(false);
}
