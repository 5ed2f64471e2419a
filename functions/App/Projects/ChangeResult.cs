using System.Collections.Immutable;
using ParisPact.Domain.Intake;

namespace ParisPact.Functions.Projects;

/// <summary>What became of one change by hand.</summary>
internal abstract record ChangeResult
{
    private ChangeResult()
    {
    }

    public sealed record Created(StoredProject Project) : ChangeResult;

    /// <summary>Changed, withdrawn, revived or renamed: a new version.</summary>
    public sealed record Updated(StoredProject Project, ImmutableArray<FieldChange> Changes) : ChangeResult;

    /// <summary>It said what the register says already, and no version was made.</summary>
    public sealed record Unchanged(StoredProject Project) : ChangeResult;

    /// <summary>The condition does not hold: the project is not what the caller saw, or it is there and should not be.</summary>
    /// <param name="Current">As it stands; null where there is none.</param>
    public sealed record Conflict(StoredProject? Current) : ChangeResult;

    /// <summary>The reference that the project was to have is another project's, or once was.</summary>
    public sealed record Taken(StoredProject Other) : ChangeResult;

    public sealed record NotFound : ChangeResult;

    /// <summary>The reference was taken down and stays blocked until that is lifted.</summary>
    public sealed record TakenDown(Takedown Fact) : ChangeResult;
}
