using System.Collections.Immutable;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>A version in a project's history.</summary>
/// <param name="Changes">What differs from the version before; empty for the first.</param>
internal sealed record VersionView(int Version, bool Withdrawn, ChangeView Changed, ImmutableArray<FieldChange> Changes)
{
    public static VersionView Of(ProjectVersion version) =>
        new(version.Number, version.Withdrawn, ChangeView.Of(version.Origin, version.Sheet, version.Line), version.Changes);
}
