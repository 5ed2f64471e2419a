using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>The parts of a text that names one organisation in several ways.</summary>
internal static class OrganisationText
{
    /// <summary>What stands before, between and after brackets; the sides of " - ", ":" and "/".</summary>
    public static ImmutableArray<string> PartsOf(string text)
    {
        var parts = text.Replace(" - ", "/", StringComparison.Ordinal)
            .Replace(" – ", "/", StringComparison.Ordinal)
            .Replace(" — ", "/", StringComparison.Ordinal)
            .Split(['(', ')', '[', ']', '/', ':', '|'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length > 1 ? [.. parts] : [];
    }
}
