using System.Collections.Immutable;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Rainbow;

/// <summary>The seven papers of the Rainbow Strategy.</summary>
/// <remarks>Titles and contents: UNODC, "The Paris Pact Initiative", leaflet of September 2008, and the papers that UNODC published.</remarks>
public static class Papers
{
    private const string Leaflet = "UNODC, The Paris Pact Initiative, leaflet of September 2008";

    public static Paper Blue { get; } = new()
    {
        Id = "blue",
        Colour = "Blue",
        Title = "Afghanistan's Opium Poppy Free Road Map and Provincial Profiles",
        Areas = Codes("AF"),
        Pillar = Pillars.RegionalInitiatives,
        Synonyms = ["Opium Poppy Free Road Map", "Poppy Free Road Map", "Provincial Profiles"],
        IsContentKnown = true,
        Source = Leaflet,
    };

    public static Paper Green { get; } = new()
    {
        Id = "green",
        Colour = "Green",
        Title = "Afghanistan, Islamic Republic of Iran and Pakistan: Border Management Cooperation in Drug Control",
        Areas = Codes("AF IR PK"),
        Pillar = Pillars.RegionalInitiatives,
        Synonyms = ["Border Management Cooperation in Drug Control", "Triangular Initiative", "Afghanistan, Iran and Pakistan: Border Management Cooperation in Drug Control"],
        IsContentKnown = true,
        Source = Leaflet,
    };

    public static Paper Yellow { get; } = new()
    {
        Id = "yellow",
        Colour = "Yellow",
        Title = "Securing Central Asia's Borders with Afghanistan",
        Areas = Codes("AF KG KZ TJ TM UZ"),
        Pillar = Pillars.RegionalInitiatives,
        Synonyms = ["Central Asia's Borders with Afghanistan"],
        IsContentKnown = true,
        Source = Leaflet,
    };

    public static Paper Violet { get; } = new()
    {
        Id = "violet",
        Colour = "Violet",
        Title = "The Caspian Sea and Turkmen Border Initiatives",
        Areas = Codes("AZ IR KZ RU TM"),
        Pillar = Pillars.RegionalInitiatives,
        Synonyms = ["Caspian Sea and Turkmen Border Initiatives", "Caspian Sea Initiative", "Turkmen Border Initiative", "CSI", "TBI"],
        IsContentKnown = true,
        Source = Leaflet,
    };

    public static Paper Red { get; } = new()
    {
        Id = "red",
        Colour = "Red",
        Title = "Targeting Precursors Used in Heroin Manufacture: Operation TARCET",
        Areas = Places.PriorityCountries,
        Pillar = Pillars.Precursors,
        Synonyms = ["Operation TARCET", "TARCET", "Targeting Precursors Used in Heroin Manufacture", "Targeted Anti-trafficking Regional Communication, Expertise and Training"],
        IsContentKnown = true,
        Source = Leaflet,
    };

    public static Paper Orange { get; } = new()
    {
        Id = "orange",
        Colour = "Orange",
        Title = "Financial Flows Linked to Afghan Opiates Production and Trafficking",
        Areas = Places.PriorityCountries,
        Pillar = Pillars.FinancialFlows,
        Synonyms = ["Financial Flows Linked to Afghan Opiates"],
        IsContentKnown = false,
        Source = Leaflet + " (title only)",
    };

    public static Paper Indigo { get; } = new()
    {
        Id = "indigo",
        Colour = "Indigo",
        Title = "Preventing and Treating Opiates Addiction and HIV/AIDS Epidemics in Afghanistan and Neighbouring Countries",
        Areas = Codes("AF IR PK TJ TM UZ"),
        Pillar = Pillars.DrugAbuse,
        Synonyms = ["Preventing and Treating Opiates Addiction and HIV/AIDS Epidemics"],
        IsContentKnown = false,
        Source = Leaflet + " (title only)",
    };

    /// <summary>All seven, in the order of the leaflet.</summary>
    public static ImmutableArray<Paper> All { get; } = [Blue, Green, Yellow, Violet, Red, Orange, Indigo];

    private static readonly Lazy<Lexicon<Paper>> Lexicon = new(() => Lexicon<Paper>.Of(
        All.SelectMany(paper => PaperSpellings.Of(paper).Select(spelling => (spelling, paper))),
        paper => $"{paper.Colour} Paper"));

    /// <summary>Reads a colour in English, French, Spanish or Russian, alone or with "paper" or "plan", or a title.</summary>
    public static VocabularyMatch<Paper> Find(string? text) => Lexicon.Value.Find(text);

    /// <summary>The paper of an id; <c>null</c> when there is none.</summary>
    public static Paper? OfId(string? id) => All.FirstOrDefault(paper => paper.Id == id);

    /// <summary>The paper of an id that the program itself wrote.</summary>
    /// <exception cref="ArgumentException">There is no such paper.</exception>
    public static Paper Get(string id) =>
        OfId(id) ?? throw new ArgumentException($"There is no paper '{id}'.", nameof(id));

    private static ImmutableArray<PlaceCode> Codes(string codes) => [.. codes.Split(' ').Select(PlaceCode.Parse)];
}
