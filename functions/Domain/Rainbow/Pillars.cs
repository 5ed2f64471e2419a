using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Rainbow;

/// <summary>The four pillars of the Vienna Declaration.</summary>
public static class Pillars
{
    public static Pillar RegionalInitiatives { get; } = new("regional-initiatives", 1, "Regional initiatives",
        ["regional cooperation initiatives", "initiatives régionales", "iniciativas regionales", "региональные инициативы"]);

    public static Pillar FinancialFlows { get; } = new("financial-flows", 2, "Financial flows linked to illicit traffic in opiates",
        ["financial flows", "flux financiers", "flujos financieros", "corrientes financieras", "финансовые потоки"]);

    public static Pillar Precursors { get; } = new("precursors", 3, "Preventing the diversion of precursor chemicals",
        ["precursor chemicals", "precursors", "précurseurs", "précurseurs chimiques", "precursores", "precursores químicos", "прекурсоры", "химические прекурсоры"]);

    public static Pillar DrugAbuse { get; } = new("drug-abuse-and-dependence", 4, "Reducing drug abuse and dependence",
        ["drug abuse and dependence", "drug abuse", "demand reduction", "abus de drogues et toxicomanie", "toxicomanie", "uso indebido de drogas y drogodependencia",
         "uso indebido de drogas", "злоупотребление наркотиками и наркозависимость", "злоупотребление наркотиками"]);

    public static ImmutableArray<Pillar> All { get; } = [RegionalInitiatives, FinancialFlows, Precursors, DrugAbuse];

    private static readonly Lazy<Lexicon<Pillar>> Lexicon = new(() => Lexicon<Pillar>.Of(
        All.SelectMany(pillar => pillar.Synonyms
            .Union([pillar.Id, pillar.Name, $"pillar {pillar.Number}", $"pilier {pillar.Number}", $"pilar {pillar.Number}", $"столп {pillar.Number}",
                pillar.Number.ToString(CultureInfo.InvariantCulture), $"pillar {Roman(pillar.Number)}"])
            .Select(spelling => (spelling, pillar))),
        pillar => pillar.Name));

    /// <summary>Reads an id, a number, a name or a synonym.</summary>
    public static VocabularyMatch<Pillar> Find(string? text) => Lexicon.Value.Find(text);

    /// <summary>The pillar of an id; <c>null</c> when there is none.</summary>
    public static Pillar? OfId(string? id) => All.FirstOrDefault(pillar => pillar.Id == id);

    /// <summary>The pillar of an id that the program itself wrote.</summary>
    /// <exception cref="ArgumentException">There is no such pillar.</exception>
    public static Pillar Get(string id) =>
        OfId(id) ?? throw new ArgumentException($"There is no pillar '{id}'.", nameof(id));

    private static string Roman(int number) => number == 4 ? "IV" : new string('I', number);
}
