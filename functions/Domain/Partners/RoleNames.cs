using System.Diagnostics.CodeAnalysis;

namespace ParisPact.Domain.Partners;

/// <summary>The names of roles in tokens, files and the JSON contract.</summary>
public static class RoleNames
{
    public static IReadOnlyList<string> All { get; } = ["partner", "focal-point", "analyst", "coordinator", "secretariat"];

    public static string Of(Role role) => All[(int)role - 1];

    public static bool TryParse([NotNullWhen(true)] string? text, out Role role)
    {
        for (var at = 0; at < All.Count; at++)
            if (string.Equals(All[at], text?.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                role = (Role)(at + 1);
                return true;
            }

        role = default;
        return false;
    }
}
