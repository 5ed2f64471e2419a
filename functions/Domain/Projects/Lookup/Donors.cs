using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Projects.Lookup;

/// <summary>By what key a donor is counted, however projects write it.</summary>
public static class Donors
{
    /// <summary>
    /// The key of a listed organisation with no name, since the vocabulary names it; else its reference in upper case, or <c>x-</c> and its
    /// folded name with hyphens, with the name as written. <see cref="FacetShare.None"/> for an organisation without reference and name.
    /// </summary>
    public static (string Key, string? Name) Of(OrganisationName organisation)
    {
        if (Organisations.Find(organisation.Reference, organisation.Name) is VocabularyMatch<Organisation>.Found { Exact: true } found)
            return (found.Value.Key, null);
        var reference = organisation.Reference?.Trim().ToUpperInvariant();
        var name = organisation.Name.Trim();
        if (!string.IsNullOrEmpty(reference)) return (reference, name.Length == 0 ? null : name);
        var folded = Folding.Fold(name);
        return folded.Length == 0 ? (FacetShare.None, null) : (KeyOfName(folded), name);
    }

    /// <param name="folded">A folded name.</param>
    public static string KeyOfName(string folded) => "x-" + folded.Replace(' ', '-');
}
