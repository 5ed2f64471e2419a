using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Domain.Duplicates;

/// <summary>Which project: ordered by partner, then by normalised reference, so that lists have one order.</summary>
/// <param name="Id">The <see cref="ProjectReference.Id"/>, as in the project's address.</param>
public sealed record ProjectIdentity(PartnerId Partner, string Id)
{
    public static ProjectIdentity Of(Project project) => new(project.Partner, project.Reference.Id);

    /// <summary>The order of projects: less than, equal to or greater than 0.</summary>
    public static int Compare(ProjectIdentity one, ProjectIdentity other)
    {
        var partners = string.CompareOrdinal(one.Partner.Value, other.Partner.Value);
        return partners != 0 ? partners : string.CompareOrdinal(one.Id, other.Id);
    }

    /// <summary>As one text without spaces, such as <c>norland/WE0tU0FNUExF</c>.</summary>
    public override string ToString() => $"{Partner}/{Id}";
}
