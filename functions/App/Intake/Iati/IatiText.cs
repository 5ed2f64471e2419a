using System.Collections.Immutable;
using ParisPact.Domain.Intake.Iati;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Intake.Iati;

/// <summary>Texts of IATI elements: narratives in version 2, the element's own text in version 1.</summary>
internal static class IatiText
{
    /// <summary>The attribute of the register's namespace that keeps a text exactly, where reading it as others write it would change it.</summary>
    public const string AsWritten = "pp:as-written";

    /// <summary>The element's texts that say something, each with its language.</summary>
    /// <param name="lines">Keep line breaks.</param>
    public static ImmutableArray<Narrative> Narratives(IatiElement element, bool lines)
    {
        var narratives = ImmutableArray.CreateBuilder<Narrative>(1);
        foreach (var child in element.Children)
            if (child.Name == "narrative") Add(child);
        if (narratives.Count == 0) Add(element);
        return narratives.DrainToImmutable();

        void Add(IatiElement holder)
        {
            if (Of(holder, lines) is { Length: > 0 } text) narratives.Add(new Narrative(text, IatiValues.Language(holder.Language)));
        }
    }

    /// <summary>The first narrative that says something, else the element's own text; empty where there is none.</summary>
    public static string Name(IatiElement element)
    {
        foreach (var child in element.Children)
            if (child.Name == "narrative" && Of(child, false) is { Length: > 0 } text) return text;
        return Of(element, false);
    }

    /// <summary>The same, and null where there is none.</summary>
    public static string? NameOrNull(IatiElement element) => Name(element) is { Length: > 0 } name ? name : null;

    /// <summary>On an element of another name the attribute says how a place or theme was written.</summary>
    private static string Of(IatiElement element, bool lines) =>
        element.Name == "narrative" && element[AsWritten] is { } exact ? exact
        : element.Text.Length == 0 ? ""
        : CellText.Clean(element.Text, lines);
}
