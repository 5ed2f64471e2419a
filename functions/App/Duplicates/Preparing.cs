using System.Globalization;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Linkage;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Projects;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Duplicates;

/// <summary>
/// Makes ready what a run compares: of the projects that changed since the run before, or of all. All are read, and the model is estimated
/// anew, where there is no run before, where its store was restored to an older state, once a week, and where a tenth has changed since.
/// </summary>
internal sealed class Preparing(Register register, RateBook rates, VerdictLog verdicts, DuplicateBlobs blobs)
{
    private const int DaysOfModel = 7;

    /// <summary>The model is estimated anew when so many of its projects have changed.</summary>
    private const double MuchChanged = 0.1;

    private const int ProjectsInShard = 25_000;

    private const int MostShards = 32;

    private const int AtOnce = 1_000;

    public async Task<DuplicatePlan> RunAsync(DuplicateRequest asked, string run, CancellationToken cancellation)
    {
        var (known, _) = await rates.CurrentAsync(cancellation);
        var state = await blobs.ReadAsync<MatchState>(MatchState.Blob, cancellation);
        if (!asked.Full && state is not null && await StandsAsync(state, asked.Date, cancellation))
        {
            var (records, changes, position) = await ReadChangesAsync(state, known, cancellation);
            if (state.ChangedSince + changes.Count <= MuchChanged * state.EstimatedFrom)
                return await PlanAsync(new DuplicatePlan(run, asked.Date, Full: false, ShardsOf(changes.Count), records.Count, changes.Count), records, changes, state, position, cancellation);
        }

        var head = await register.Log.HeadAsync(cancellation);
        var all = await ScanAsync(known, cancellation);
        return await PlanAsync(new DuplicatePlan(run, asked.Date, Full: true, all.Count < 2 ? 0 : ShardsOf(all.Count), all.Count, all.Count), all, [], null, head, cancellation);
    }

    /// <summary>Whether what is kept can be built upon.</summary>
    private async Task<bool> StandsAsync(MatchState state, DateOnly date, CancellationToken cancellation) =>
        state is { Release: MatchState.ThisRelease, Parameters: not null }
        && date.DayNumber - state.Model.DayNumber < DaysOfModel
        && state.Mark is not null && await register.Log.MarkAsync(state.Position, cancellation) == state.Mark;

    private async Task<DuplicatePlan> PlanAsync(DuplicatePlan plan, IReadOnlyList<ProjectRecord> records, IReadOnlyList<RecordChange> changes, MatchState? before, long position, CancellationToken cancellation)
    {
        var file = $"records/{plan.Run}.json";
        await blobs.WriteAsync(file, records, cancellation);
        var (parameters, lessons) = (before?.Parameters, before?.Lessons);
        var index = $"indexes/{plan.Run}";
        if (before is null && plan.Shards > 0)
        {
            parameters = $"parameters/{plan.Run}.json";
            var (estimated, same, _) = MatchIndex.Estimate(ProjectFields.All, records.Select(ProjectFields.RecordOf)).Taught(await VerdictsAsync(cancellation));
            lessons = Sentence(same);
            await blobs.WriteAsync(parameters, estimated.Parameters, cancellation);
            await blobs.WriteIndexAsync(index, estimated, cancellation);
        }

        if (before is not null)
        {
            await blobs.WriteAsync(plan.Before, before, cancellation);
            await blobs.WriteAsync(plan.Changes, changes, cancellation);
        }

        var next = new MatchState(
            position,
            await register.Log.MarkAsync(position, cancellation),
            file,
            parameters is null ? null : index,
            parameters,
            before?.Model ?? plan.Date,
            before?.EstimatedFrom ?? records.Count,
            (before?.ChangedSince ?? 0) + changes.Count,
            $"pairs/{plan.Run}.json",
            lessons,
            MatchState.ThisRelease);
        await blobs.WriteAsync(plan.Next, next, cancellation);
        return plan;
    }

    private async Task<(IReadOnlyList<ProjectRecord> Records, IReadOnlyList<RecordChange> Changes, long Position)> ReadChangesAsync(MatchState state, MonthlyRates known, CancellationToken cancellation)
    {
        var (touched, position) = (new HashSet<ProjectKey>(), state.Position);
        await foreach (var entry in register.Log.ReadAfterAsync(position, cancellation))
        {
            touched.UnionWith(entry.Keys.Select(static changed => changed.Key));
            position = entry.Position;
        }

        var records = (await blobs.RequireAsync<ProjectRecord[]>(state.Records, cancellation)).ToDictionary(static record => record.Key, StringComparer.Ordinal);
        var changes = new List<RecordChange>();
        foreach (var some in touched.Chunk(AtOnce))
        {
            var there = await register.GetManyAsync(some, cancellation);
            foreach (var key in some)
            {
                var before = records.GetValueOrDefault(Pairs.TextOf(key));
                var after = there.GetValueOrDefault(key) is { Withdrawn: false } stored ? Records.Of(stored, known) : null;
                // The log names more than what changed: a file that says the same again, a change that was taken back.
                if (before?.Version == after?.Version) continue;
                changes.Add(new RecordChange(before, after));
                if (after is null) records.Remove(before!.Key);
                else records[after.Key] = after;
            }
        }

        return ([.. records.Values.OrderBy(static record => record.Key, StringComparer.Ordinal)], changes, position);
    }

    private async Task<IReadOnlyList<ProjectRecord>> ScanAsync(MonthlyRates known, CancellationToken cancellation)
    {
        var records = new List<ProjectRecord>();
        await foreach (var stored in register.ScanAsync(cancellation))
            if (!stored.Withdrawn) records.Add(Records.Of(stored, known));
        records.Sort(static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        return records;
    }

    /// <summary>What people said of pairs that they saw as they are; an overlap is two projects.</summary>
    private async Task<IReadOnlyList<(string Id, string Left, string Right, MatchClass Class)>> VerdictsAsync(CancellationToken cancellation) =>
        [.. (await verdicts.CurrentAsync(cancellation)).Pairs.Values.Where(static pair => pair.Decision is not null).Select(static pair => (pair.Pair, pair.First, pair.Second, pair.Decision!.Verdict switch
        {
            PairKind.Same => MatchClass.Same,
            PairKind.Related => MatchClass.Related,
            _ => MatchClass.Unrelated,
        }))];

    /// <summary>Null where there are too few verdicts to learn from.</summary>
    private static string? Sentence(Lessons lessons) => lessons.Learnt == 0 ? null : string.Create(
        CultureInfo.InvariantCulture,
        $"The model was held against {lessons.HeldBack:N0} verdicts that it never learns from: F1 {lessons.Before.F1:0.00} by itself, {lessons.After.F1:0.00} with what {lessons.Learnt:N0} other verdicts teach{(lessons.IsTaken ? "" : ", which was no better and was left out")}.");

    private static int ShardsOf(int projects) => Math.Clamp((projects + ProjectsInShard - 1) / ProjectsInShard, 1, MostShards);
}
