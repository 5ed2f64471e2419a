using System.Collections.Frozen;

namespace ParisPact.Functions.Duplicates;

/// <summary>Findings, and where each pair and each project is in them.</summary>
internal sealed record FindingsIndex(Findings Findings, FrozenDictionary<string, int> Pairs, FrozenDictionary<string, int> Projects)
{
    public static FindingsIndex Of(Findings findings) => new(
        findings,
        findings.Pairs.Index().ToFrozenDictionary(static pair => pair.Item.Id, static pair => pair.Index, StringComparer.Ordinal),
        findings.Projects.Index().ToFrozenDictionary(static project => project.Item.Key, static project => project.Index, StringComparer.Ordinal));

    public Finding? Pair(string id) => Pairs.TryGetValue(id, out var at) ? Findings.Pairs[at] : null;

    public FoundProject? Project(string key) => Projects.TryGetValue(key, out var at) ? Findings.Projects[at] : null;

    public FoundProject First(Finding pair) => Findings.Projects[pair.First];

    public FoundProject Second(Finding pair) => Findings.Projects[pair.Second];
}
