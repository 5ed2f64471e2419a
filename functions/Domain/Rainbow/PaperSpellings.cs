using System.Collections.Frozen;

namespace ParisPact.Domain.Rainbow;

/// <summary>How people name a paper: by its title, or by its colour, alone or with the word for what it is.</summary>
internal static class PaperSpellings
{
    private static readonly FrozenDictionary<string, string[]> Colours = new Dictionary<string, string[]>
    {
        ["blue"] = ["blue", "bleu", "azul", "синий", "голубой"],
        ["green"] = ["green", "vert", "verde", "зеленый"],
        ["yellow"] = ["yellow", "jaune", "amarillo", "желтый"],
        ["violet"] = ["violet", "purple", "violeta", "morado", "фиолетовый"],
        ["red"] = ["red", "rouge", "rojo", "красный"],
        ["orange"] = ["orange", "naranja", "anaranjado", "оранжевый"],
        ["indigo"] = ["indigo", "índigo", "añil", "индиго"],
    }.ToFrozenDictionary();

    public static IEnumerable<string> Of(Paper paper) =>
        paper.Synonyms.Append(paper.Title).Concat(Colours[paper.Id].SelectMany(WithNoun));

    private static IEnumerable<string> WithNoun(string colour) =>
    [
        colour,
        $"{colour} paper", $"{colour} plan", $"{colour} rainbow paper", $"rainbow {colour}", $"rainbow {colour} paper", $"{colour} rainbow plan",
        $"document {colour}", $"plan {colour}", $"papier {colour}", $"documento {colour}", $"libro {colour}", $"livre {colour}",
        $"{colour} документ", $"{colour} план", $"paper {colour}",
    ];
}
