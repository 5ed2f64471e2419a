namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>The names of <see cref="OrganisationRole"/>.</summary>
/// <remarks>Source: IATI codelist OrganisationRole; the English names are also the codes of versions 1.0x.</remarks>
public static class OrganisationRoles
{
    private static readonly Lazy<CodeList<OrganisationRole>> List = new(() => CodeList<OrganisationRole>.Load("roles.tsv"));

    /// <summary>Reads a code from 1 to 4, a name, or what people write for one in English, French, Spanish or Russian, such as <c>donor</c>.</summary>
    public static VocabularyMatch<OrganisationRole> Find(string? text) => List.Value.Find(text);

    /// <summary>English name for display; the number for a value that is not in the list.</summary>
    public static string Name(OrganisationRole role) => List.Value.Name(role);
}
