using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Verdicts;
using ParisPact.Functions.Projects;

namespace ParisPact.Functions.Duplicates;

/// <summary>Lets what people said of a pair follow a project that was given another reference.</summary>
internal sealed class MovedVerdicts(VerdictLog log, Register register, TimeProvider time)
{
    private const string ByRegister = "the register";

    /// <param name="isThere">Whether a project stands under a key.</param>
    public async Task FollowAsync(Func<string, bool> isThere, CancellationToken cancellation)
    {
        var moved = new List<PairEvent>();
        foreach (var pair in (await log.CurrentAsync(cancellation)).Pairs.Values)
        {
            if (isThere(pair.First) && isThere(pair.Second)) continue;
            var (one, other) = (await WhereAsync(pair.First), await WhereAsync(pair.Second));
            if (one is null || other is null || one == other || (one == pair.First && other == pair.Second)) continue;
            var (first, second) = PairId.InOrder(one, other);
            var to = PairId.Of(first, second);
            moved.Add(new PairEvent.Moved($"moved {pair.Pair} {to}", to, first, second, ByRegister, time.GetUtcNow(), pair.Pair));
        }

        if (moved.Count > 0) await log.AddAllAsync(moved, cancellation);

        async Task<string?> WhereAsync(string key) => isThere(key) ? key : await register.WhereAsync(Pairs.KeyOf(key), cancellation) is { } now ? Pairs.TextOf(now) : null;
    }
}
