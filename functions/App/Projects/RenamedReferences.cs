using System.Collections.Immutable;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Functions.Projects;

/// <summary>Former references of a partner's projects. An upload maps its records by this before they are sorted into buckets.</summary>
internal sealed class RenamedReferences(PartnerId partner, ImmutableDictionary<string, ProjectReference> presentByRow)
{
    /// <summary>The present reference of the project that was once called so; the reference itself where it is not a former one.</summary>
    public ProjectReference Present(ProjectReference reference)
    {
        // A chain is as long as the times a project was renamed; the bound keeps a loop in damaged data from hanging.
        for (var step = 0; step < presentByRow.Count && presentByRow.TryGetValue(ProjectKey.Of(partner, reference).Row, out var next); step++) reference = next;
        return reference;
    }

    public bool IsEmpty => presentByRow.IsEmpty;
}
