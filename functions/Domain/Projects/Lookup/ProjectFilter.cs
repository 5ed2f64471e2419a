using System.Collections.Immutable;

namespace ParisPact.Domain.Projects.Lookup;

/// <summary>Which projects a look-up asks for. The default asks for all that are not withdrawn.</summary>
public sealed record ProjectFilter
{
    public static ProjectFilter All { get; } = new();

    /// <summary>Keys of values by facet: a project must have one of them, or a value within one of them, in each facet named here. No facet has an empty list.</summary>
    public ImmutableSortedDictionary<Facet, ImmutableArray<string>> Values { get; init; } = ImmutableSortedDictionary<Facet, ImmutableArray<string>>.Empty;

    /// <summary>Words that the project must all have; the last need only begin a word, since it may still be being typed.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>The project must not have ended before this day; one without an end has not.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The project must not begin after this day; one without a start does not.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Withdrawn projects count too.</summary>
    public bool Withdrawn { get; init; }
}
