using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>The answer of <c>GET projects/facets</c>.</summary>
/// <param name="Total">Projects that the filter asks for.</param>
/// <param name="Usd">What they cost, in US dollars: of each project the part that falls to the values that the filter names.</param>
/// <param name="Unconverted">What is not in <paramref name="Usd"/> for want of a rate, a date or a currency.</param>
/// <param name="Facets">By the name of the facet's parameter.</param>
internal sealed record FacetView(
    int Total,
    decimal Usd,
    ImmutableArray<CurrencyAmount> Unconverted,
    decimal SpendingUsd,
    ImmutableArray<CurrencyAmount> SpendingUnconverted,
    IReadOnlyDictionary<string, ImmutableArray<FacetCount>> Facets)
{
    public static FacetView Of(FacetAnswer answer) => new(
        answer.Total.Count,
        answer.Total.Usd,
        answer.Total.Unconverted,
        answer.Total.SpendingUsd,
        answer.Total.SpendingUnconverted,
        answer.Facets.ToDictionary(static facet => FilterReader.NameOf(facet.Key), static facet => facet.Value));
}
