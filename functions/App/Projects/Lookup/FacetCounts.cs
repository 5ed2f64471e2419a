using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>How many projects have a value, and how much of their money falls to it.</summary>
/// <param name="Value">The key, to be used in a filter.</param>
/// <param name="Name">For a reader.</param>
/// <param name="Within">The value that this one lies within and is counted in, such as the country of a province; null where there is none.</param>
/// <param name="Count">Projects, each once.</param>
/// <param name="Usd">US dollars, by share.</param>
internal sealed record FacetCount(string Value, string Name, string? Within, int Count, decimal Usd);

/// <summary>All that a filter asks for, taken together.</summary>
/// <param name="Count">Projects.</param>
/// <param name="Usd">What they cost in US dollars; of each project the part that falls to the values that the filter names.</param>
/// <param name="SpendingUsd">What was spent, in the same way.</param>
/// <param name="Unconverted">What is not in <paramref name="Usd"/> because it could not be converted.</param>
/// <param name="SpendingUnconverted">What is not in <paramref name="SpendingUsd"/>.</param>
internal sealed record Total(
    int Count,
    decimal Usd,
    decimal SpendingUsd,
    ImmutableArray<CurrencyAmount> Unconverted,
    ImmutableArray<CurrencyAmount> SpendingUnconverted);

/// <summary>The counts of every facet. A facet's own counts do not heed the filter's values of that facet, so that they say what adding a value would bring.</summary>
/// <param name="Facets">By facet; most projects first, what lies within another value among the rest, "none" last.</param>
internal sealed record FacetAnswer(Total Total, ImmutableSortedDictionary<Facet, ImmutableArray<FacetCount>> Facets);
