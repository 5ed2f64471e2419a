using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Duplicates.Reports;

/// <summary>Texts of partners as pages and mails show them: cut where nobody would read on; the workbook and the JSON have more.</summary>
internal static class ReportText
{
    public const int LongestTitle = 300;

    public const int LongestName = 120;

    public const int LongestDescription = 600;

    /// <summary>Values of one field that are shown.</summary>
    public const int MostValues = 12;

    public const string Missing = "not stated";

    public static string Title(ProjectCard card, int longest = LongestTitle) => ShortText.Of(card.Titles[0], longest) is { Length: > 0 } title ? title : "(no title)";

    public static string Partner(ProjectCard card) => Name(card.PartnerName, card.Identity.Partner.Value);

    public static string Reference(ProjectCard card) => Name(card.Reference, Reference(card.Identity));

    /// <summary>The normalised reference that an address holds.</summary>
    public static string Reference(ProjectIdentity project) => ShortText.Of(ProjectReference.FromId(project.Id)?.Normalised ?? project.Id, LongestName);

    public static string Name(string name, string otherwise) => ShortText.Of(name, LongestName) is { Length: > 0 } shown ? shown : otherwise;

    public static string Label(CardField field) => field switch
    {
        CardField.Sectors => "Sectors and themes",
        CardField.Identifiers => "Other identifiers",
        _ => field.ToString(),
    };

    public static string Label(CardDifference difference) => difference switch
    {
        CardDifference.Same => "same",
        CardDifference.InPart => "partly the same",
        CardDifference.Different => "different",
        _ => "one only",
    };

    /// <summary>The address where it is one of a page; null for everything else that could be one, such as a script.</summary>
    public static string? Website(string? text) =>
        text is { Length: <= 2_000 } && Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address.AbsoluteUri : null;
}
