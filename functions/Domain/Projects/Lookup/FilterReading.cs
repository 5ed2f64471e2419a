using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Lookup;

/// <summary>What became of a question: a filter, or everything that is wrong with it.</summary>
public abstract record FilterReading
{
    private FilterReading()
    {
    }

    public sealed record Read(ProjectFilter Filter) : FilterReading;

    /// <param name="Problems">At least one.</param>
    public sealed record Refused(ImmutableArray<FilterProblem> Problems) : FilterReading;
}
