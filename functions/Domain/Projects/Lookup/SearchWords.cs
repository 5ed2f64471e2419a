using System.Collections.Immutable;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Projects.Lookup;

/// <summary>The words by which a project is found: folded, so that case, accents, punctuation and Cyrillic against Latin do not matter.</summary>
public static class SearchWords
{
    /// <summary>Longer runs of letters are cut here, in the text and in the question alike.</summary>
    public const int LongestWord = 64;

    /// <summary>The words of a text in its order, with repetitions.</summary>
    public static ImmutableArray<string> Of(string? text) =>
        [.. Folding.Fold(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Length <= LongestWord ? word : word[..LongestWord])];

    /// <summary>The distinct words of a project's titles, descriptions and reference, in ordinal order.</summary>
    public static SortedSet<string> Of(Project project)
    {
        var words = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var title in project.Titles) words.UnionWith(Of(title.Text));
        foreach (var narrative in project.Descriptions.SelectMany(description => description.Narratives)) words.UnionWith(Of(narrative.Text));
        words.UnionWith(Of(project.Reference.AsWritten));
        return words;
    }
}
