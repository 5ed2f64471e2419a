using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Duplicates;

/// <summary>Turns the lines of a file of verdicts into what happens to pairs.</summary>
internal sealed class VerdictImport(Pairs pairs, PairDecisions decisions, VerdictLog log, Register register, TimeProvider time)
{
    private const int MostMistakes = 100;

    /// <summary>Pairs whose projects are read and compared at once.</summary>
    private const int AtOnce = 500;

    /// <returns>What is to happen, how many verdicts stand already, and the lines that name what there is not.</returns>
    public async Task<(IReadOnlyList<PairEvent> Events, int Unchanged, IReadOnlyList<FieldError> Mistakes)> ReadAsync(IReadOnlyList<VerdictLine> lines, string by, CancellationToken cancellation)
    {
        var (book, now) = (await pairs.CurrentAsync(cancellation), time.GetUtcNow());
        var (decided, mistakes, unchanged, seen) = (new List<(KnownPair Pair, VerdictLine Line)>(), new List<FieldError>(), 0, new Dictionary<string, int>(StringComparer.Ordinal));
        var named = await NamedAsync(lines, cancellation);
        foreach (var line in lines)
        {
            if (mistakes.Count == MostMistakes) break;
            if (await PairAsync(book, line, named, mistakes, cancellation) is not { } pair) continue;
            if (!seen.TryAdd(pair.Id, line.Line))
            {
                mistakes.Add(new($"line {line.Line}", $"Line {seen[pair.Id]} has a verdict on the same pair."));
                continue;
            }

            if (pair.Standing.Decision is { } before && before.Verdict == line.Verdict && before.Note == line.Note)
            {
                unchanged++;
                continue;
            }

            decided.Add((pair, line));
        }

        var events = new List<PairEvent>();
        foreach (var some in decided.Chunk(AtOnce))
        {
            var sights = await decisions.SeenAsync(await pairs.ProjectsAsync([.. some.Select(static one => one.Pair)], cancellation), cancellation);
            events.AddRange(some.Zip(sights, (one, sight) => new PairEvent.Decided(
                Guid.NewGuid().ToString("N"), one.Pair.Id, one.Pair.Standing.First, one.Pair.Standing.Second, by, now, one.Line.Verdict, one.Line.Note, sight)));
        }

        return (events, unchanged, mistakes);
    }

    public Task TakeAsync(IReadOnlyList<PairEvent> events, CancellationToken cancellation) => events.Count == 0 ? Task.CompletedTask : log.AddAllAsync(events, cancellation);

    /// <summary>Those of the projects that the lines name which stand under the very reference.</summary>
    private async Task<HashSet<ProjectKey>> NamedAsync(IReadOnlyList<VerdictLine> lines, CancellationToken cancellation)
    {
        var named = new HashSet<ProjectKey>();
        foreach (var some in lines.SelectMany(static line => new[] { line.First, line.Second }).OfType<(PartnerId Partner, ProjectReference Reference)>().Select(static one => ProjectKey.Of(one.Partner, one.Reference)).Distinct().Chunk(AtOnce))
            named.UnionWith((await register.GetManyAsync(some, cancellation)).Keys);
        return named;
    }

    private async Task<KnownPair?> PairAsync(PairBook book, VerdictLine line, HashSet<ProjectKey> named, List<FieldError> mistakes, CancellationToken cancellation)
    {
        if (line.Pair is { } id)
        {
            if (book.Find(id) is { } known) return known;
            mistakes.Add(new($"line {line.Line}, pair", "No pair has this id: nobody found it, and nobody decided on it. Name the two projects instead."));
            return null;
        }

        var (first, second) = (await KeyAsync("first", line.First!.Value), await KeyAsync("second", line.Second!.Value));
        if (first is null || second is null) return null;
        if (first != second) return book.Find(PairId.Of(first, second)) ?? new KnownPair(null, PairStanding.Begun(first, second), book.Index?.Findings.Date ?? default);
        mistakes.Add(new($"line {line.Line}, second_reference", "Both references lead to one project."));
        return null;

        async Task<string?> KeyAsync(string side, (PartnerId Partner, ProjectReference Reference) project)
        {
            if (ProjectKey.Of(project.Partner, project.Reference) is var key && named.Contains(key)) return Pairs.TextOf(key);
            // It may be a former one.
            if (await register.GetAsync(project.Partner, project.Reference, cancellation) is { } stored) return Pairs.TextOf(stored.Key);
            mistakes.Add(new($"line {line.Line}, {side}_reference", $"{project.Partner} has no project with this reference."));
            return null;
        }
    }
}
