using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Intake.Tables;

/// <summary>The place that a heading between the rows names, or the name of the sheet: where projects lie that name no place themselves.</summary>
/// <param name="Text">As written.</param>
/// <param name="Line">Of the heading; null for the name of the sheet.</param>
internal sealed record HeadingPlace(PlaceShare Share, string Text, int? Line)
{
    /// <summary>Shorter names are codes, and sheets have names such as IT or PR for other reasons.</summary>
    private const int ShortestName = 4;

    /// <returns>null where the text is not the name of one place.</returns>
    public static HeadingPlace? Of(string text, int? line) =>
        text.Length >= ShortestName && PlaceNames.Find(text, null) is VocabularyMatch<PlaceCode>.Found { Exact: true, Value: var place } ? new HeadingPlace(new PlaceShare(place, text), text, line) : null;

    public Problem Problem(string? sheet) => new(
        new Position(sheet, Line),
        "place.of-heading",
        Severity.Warning,
        $"{(Line is null ? "The sheet’s name" : "The heading")} {CellFault.Quote(Text)} is taken as the place of the projects {(Line is null ? "on it" : "below it")} that name none.",
        "Give the places in a column, such as “Country”.");
}
