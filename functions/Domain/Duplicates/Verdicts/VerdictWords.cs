using System.Diagnostics.CodeAnalysis;

namespace ParisPact.Domain.Duplicates.Verdicts;

/// <summary>The names of kinds and verdicts in the JSON contract, in queries and in files.</summary>
public static class VerdictWords
{
    public static IReadOnlyList<string> All { get; } = ["same", "related", "overlap", "unrelated"];

    public static string Of(PairKind kind) => All[(int)kind - 1];

    /// <summary>In any case, with blanks around it.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PairKind kind)
    {
        for (var at = 0; at < All.Count; at++)
            if (string.Equals(All[at], text?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                kind = (PairKind)(at + 1);
                return true;
            }

        kind = default;
        return false;
    }
}
