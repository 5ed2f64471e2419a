using ParisPact.Functions.Projects;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Functions.Duplicates;

/// <summary>The pairs of the register, for whoever asks.</summary>
internal sealed class Pairs(FindingsStore findings, VerdictLog verdicts, Register register)
{
    public async Task<PairBook> CurrentAsync(CancellationToken cancellation) => new(await findings.CurrentAsync(cancellation), await verdicts.CurrentAsync(cancellation));

    /// <summary>The two projects of a pair as the register has them now; null for one that is not there any more.</summary>
    public async Task<(StoredProject? First, StoredProject? Second)> ProjectsAsync(KnownPair pair, CancellationToken cancellation)
    {
        return (await ProjectsAsync([pair], cancellation))[0];
    }

    /// <summary>The same for many pairs, in their order.</summary>
    public async Task<IReadOnlyList<(StoredProject? First, StoredProject? Second)>> ProjectsAsync(IReadOnlyList<KnownPair> pairs, CancellationToken cancellation)
    {
        var keys = pairs.SelectMany(static pair => new[] { pair.Standing.First, pair.Standing.Second }).Distinct(StringComparer.Ordinal).Select(KeyOf).ToList();
        var found = await register.GetManyAsync(keys, cancellation);
        return [.. pairs.Select(pair => (found.GetValueOrDefault(KeyOf(pair.Standing.First)), found.GetValueOrDefault(KeyOf(pair.Standing.Second))))];
    }

    /// <summary>A project's key as one text, as the findings and verdicts name it.</summary>
    public static string TextOf(ProjectKey key) => $"{key.Partition} {key.Row}";

    public static ProjectKey KeyOf(string text) => ProjectEntry.KeyFrom(System.Text.Encoding.UTF8.GetBytes(text));
}
