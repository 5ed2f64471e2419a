using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Duplicates;

/// <summary>Writes down what people do with pairs.</summary>
internal sealed class PairDecisions(Pairs pairs, VerdictLog log, PairExplainer explainer, RateBook rates, TimeProvider time)
{
    /// <returns>The pair after it; null where it does not stand as the caller saw it.</returns>
    public async Task<KnownPair?> DecideAsync(KnownPair pair, PairKind verdict, string note, string by, Precondition condition, CancellationToken cancellation)
    {
        var (first, second) = await pairs.ProjectsAsync(pair, cancellation);
        var (now, id) = (time.GetUtcNow(), Guid.NewGuid().ToString("N"));
        var decided = new PairEvent.Decided(id, pair.Id, pair.Standing.First, pair.Standing.Second, by, now, verdict, note, (await SeenAsync([(first, second)], cancellation))[0]);
        return await AddAsync(pair, decided, first, second, condition, standing => standing.Decision is { } before && before.Verdict == verdict && before.Note == note && before.By == by && pair.State == Domain.Duplicates.Reports.PairState.Decided, cancellation);
    }

    /// <inheritdoc cref="DecideAsync"/>
    public async Task<KnownPair?> AssignAsync(KnownPair pair, string? to, string by, Precondition condition, CancellationToken cancellation)
    {
        var (first, second) = await pairs.ProjectsAsync(pair, cancellation);
        var assigned = new PairEvent.Assigned(Guid.NewGuid().ToString("N"), pair.Id, pair.Standing.First, pair.Standing.Second, by, time.GetUtcNow(), to);
        return await AddAsync(pair, assigned, first, second, condition, standing => standing.AssignedTo == to, cancellation);
    }

    /// <summary>What pairs look like now, in their order; null for one of which a project is gone.</summary>
    public async Task<IReadOnlyList<Sight?>> SeenAsync(IReadOnlyList<(StoredProject? First, StoredProject? Second)> projects, CancellationToken cancellation)
    {
        var (known, _) = await rates.CurrentAsync(cancellation);
        var there = projects.Where(static pair => pair is { First: not null, Second: not null }).SelectMany(static pair => new[] { pair.First!, pair.Second! });
        var index = await explainer.ForAsync(there.DistinctBy(static one => one.Key).Select(one => Records.Of(one, known)), cancellation);
        return [.. projects.Select(pair => pair is { First: { } first, Second: { } second }
            ? new Sight(first.Version, second.Version, index is null ? [] : index.Explain(Pairs.TextOf(first.Key), Pairs.TextOf(second.Key)).Reasons)
            : null)];
    }

    /// <param name="isSo">Whether it is so already: saying it again changes nothing.</param>
    private async Task<KnownPair?> AddAsync(KnownPair pair, PairEvent happened, StoredProject? first, StoredProject? second, Precondition condition, Func<PairStanding, bool> isSo, CancellationToken cancellation)
    {
        if (isSo(pair.Standing) && condition.Holds(PairAnswers.TagOf(pair, first, second))) return pair;
        var after = await log.AddAsync(happened, standing => condition.Holds(PairAnswers.TagOf(pair with { Standing = standing }, first, second)), cancellation);
        return after is null ? null : pair with { Standing = after };
    }
}
