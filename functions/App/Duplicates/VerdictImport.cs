using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Duplicates;

/// <summary>Turns the lines of a file of verdicts into what happens to pairs.</summary>
internal sealed class VerdictImport(Pairs pairs, PairDecisions decisions, VerdictLog log, Register register, TimeProvider time)
{
    private const int MostMistakes = 100;

    /// <returns>What is to happen, how many verdicts stand already, and the lines that name what there is not.</returns>
    public async Task<(IReadOnlyList<PairEvent> Events, int Unchanged, IReadOnlyList<FieldError> Mistakes)> ReadAsync(IReadOnlyList<VerdictLine> lines, string by, CancellationToken cancellation)
    {
        var (book, now) = (await pairs.CurrentAsync(cancellation), time.GetUtcNow());
        var (events, mistakes, unchanged, seen) = (new List<PairEvent>(), new List<FieldError>(), 0, new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var line in lines)
        {
            if (mistakes.Count == MostMistakes) break;
            if (await PairAsync(book, line, mistakes, cancellation) is not { } pair) continue;
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

            var (first, second) = await pairs.ProjectsAsync(pair, cancellation);
            events.Add(new PairEvent.Decided(Guid.NewGuid().ToString("N"), pair.Id, pair.Standing.First, pair.Standing.Second, by, now, line.Verdict, line.Note, await decisions.SeenAsync(first, second, cancellation)));
        }

        return (events, unchanged, mistakes);
    }

    public Task TakeAsync(IReadOnlyList<PairEvent> events, CancellationToken cancellation) => events.Count == 0 ? Task.CompletedTask : log.AddAllAsync(events, cancellation);

    private async Task<KnownPair?> PairAsync(PairBook book, VerdictLine line, List<FieldError> mistakes, CancellationToken cancellation)
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

        async Task<string?> KeyAsync(string side, (PartnerId Partner, Domain.Projects.ProjectReference Reference) project)
        {
            if (await register.GetAsync(project.Partner, project.Reference, cancellation) is { } stored) return Pairs.TextOf(stored.Key);
            mistakes.Add(new($"line {line.Line}, {side}_reference", $"{project.Partner} has no project with this reference."));
            return null;
        }
    }
}
