namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>The names of <see cref="OrganisationType"/>.</summary>
/// <remarks>Source: IATI codelist OrganisationType.</remarks>
public static class OrganisationTypes
{
    private static readonly Lazy<CodeList<OrganisationType>> List = new(() => CodeList<OrganisationType>.Load("organisation-types.tsv"));

    /// <summary>Reads a code from 10 to 90, a name, or what people write for one in English, French, Spanish or Russian.</summary>
    public static VocabularyMatch<OrganisationType> Find(string? text) => List.Value.Find(text);

    /// <summary>English name for display; the number for a value that is not in the list.</summary>
    public static string Name(OrganisationType type) => List.Value.Name(type);
}
