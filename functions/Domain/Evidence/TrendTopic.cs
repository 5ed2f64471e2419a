namespace ParisPact.Domain.Evidence;

/// <summary>A topic of the Illicit Drug Trends reports.</summary>
/// <param name="Id">Kebab-case, such as <c>opium-cultivation</c>; never changes.</param>
/// <param name="Name">English name for display.</param>
/// <remarks>Source: the leaflet of the Paris Pact Initiative of September 2008, which lists the topics of the five reports.</remarks>
public sealed record TrendTopic(string Id, string Name)
{
    public override string ToString() => Id;
}
