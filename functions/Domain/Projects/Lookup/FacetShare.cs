namespace ParisPact.Domain.Projects.Lookup;

/// <summary>The part of a project that falls to one value of a facet.</summary>
/// <param name="Value">The value's key, such as <c>AF-KAN</c>, <c>border-management</c>, <c>GB-GOV-1</c>; <see cref="None"/> for the part of which nothing known is said.</param>
/// <param name="Millionths">0 to 1,000,000; the parts of a project in one facet sum to exactly 1,000,000.</param>
/// <param name="Assumed">True where the part follows from a rule and not from a percentage that the partner gave.</param>
/// <param name="Name">What the partner called it, where the key is in no vocabulary; null otherwise.</param>
public readonly record struct FacetShare(string Value, int Millionths, bool Assumed, string? Name = null)
{
    public const int Whole = 1_000_000;

    /// <summary>Stands for "not stated, or not recognised": in filters, counts and sums, so that no money and no project is lost from them.</summary>
    public const string None = "none";

    public decimal Percentage => Millionths / 10_000m;
}
