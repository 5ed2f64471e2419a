using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>The numbered values of all facets, and the currencies.</summary>
internal sealed class ValueTables
{
    /// <summary>As many as <see cref="Facet"/> has members; they number the columns.</summary>
    public const int Facets = 7;

    private readonly ValueTable[] _facets = [.. Enum.GetValues<Facet>().Select(facet => new ValueTable(key => FacetTree.ParentOf(facet, key)))];

    public ValueTable Currencies { get; } = new(static _ => null);

    public ValueTable this[Facet facet] => _facets[(int)facet];
}
