using System.Diagnostics.CodeAnalysis;

namespace ParisPact.Domain.Partners;

/// <summary>The names of <see cref="DuplicateMail"/> in files and the JSON contract.</summary>
public static class DuplicateMailNames
{
    public static IReadOnlyList<string> All { get; } = ["always", "when-new", "weekly", "never"];

    public static string Of(DuplicateMail choice) => All[(int)choice - 1];

    public static bool TryParse([NotNullWhen(true)] string? text, out DuplicateMail choice)
    {
        for (var at = 0; at < All.Count; at++)
            if (string.Equals(All[at], text?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                choice = (DuplicateMail)(at + 1);
                return true;
            }

        choice = default;
        return false;
    }
}
