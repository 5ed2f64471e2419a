using System.Collections.Immutable;

namespace ParisPact.Domain.Evidence;

/// <summary>The seven topics of the Illicit Drug Trends reports, in the order in which the leaflet of 2008 names them.</summary>
public static class TrendTopics
{
    public static TrendTopic OpiumCultivation { get; } = new("opium-cultivation", "Opium cultivation");

    public static TrendTopic OpiateProduction { get; } = new("opiate-production", "Opiate production");

    public static TrendTopic Trafficking { get; } = new("trafficking", "Trafficking");

    public static TrendTopic Seizures { get; } = new("seizures", "Seizures");

    public static TrendTopic Precursors { get; } = new("precursors", "Trafficking of precursor chemicals");

    public static TrendTopic DrugAbuse { get; } = new("drug-abuse", "Drug abuse");

    public static TrendTopic HivAids { get; } = new("hiv-aids", "HIV/AIDS");

    public static ImmutableArray<TrendTopic> All { get; } =
        [OpiumCultivation, OpiateProduction, Trafficking, Seizures, Precursors, DrugAbuse, HivAids];

    /// <summary>The topic of an id; <c>null</c> when there is none.</summary>
    public static TrendTopic? OfId(string? id) => All.FirstOrDefault(topic => topic.Id == id);

    /// <summary>The topic of an id that the program itself wrote.</summary>
    /// <exception cref="ArgumentException">There is no such topic.</exception>
    public static TrendTopic Get(string id) =>
        OfId(id) ?? throw new ArgumentException($"There is no trend topic '{id}'.", nameof(id));
}
