using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>The words of texts with the field's terms in English, and the language that each text is in.</summary>
/// <param name="Words">Of each text, in order; numbers of <paramref name="Atoms"/>.</param>
/// <param name="Atoms">Of the words, in order.</param>
/// <param name="Times">How many records have each word.</param>
/// <param name="Languages">Of each text; empty where it is English or not known.</param>
internal sealed record EnglishTerms(int[][] Words, ulong[] Atoms, int[] Times, string[] Languages)
{
    /// <returns>null where every text is in one language.</returns>
    public static EnglishTerms? Of(FieldValues texts)
    {
        var read = texts.All().Select(static text => Glossary.Read(text)).ToArray();
        if (!Array.Exists(read, static text => text is not null)) return null;
        var vocabulary = new Vocabulary();
        var ofText = texts.All().Select((text, at) => Array.ConvertAll(read[at]?.Words ?? text.Split(' ', StringSplitOptions.RemoveEmptyEntries), vocabulary.Add)).ToArray();
        var (atoms, order, ranks) = (new ulong[vocabulary.Count], new int[vocabulary.Count], new int[vocabulary.Count]);
        for (var word = 0; word < atoms.Length; word++) (atoms[word], order[word]) = (Atom.Of("term", vocabulary[word]), word);
        Array.Sort(atoms, order);
        for (var rank = 0; rank < order.Length; rank++) ranks[order[rank]] = rank;
        var (words, times) = (Array.ConvertAll(ofText, text => text.Select(word => ranks[word]).Distinct().Order().ToArray()), new int[atoms.Length]);
        for (var text = 0; text < words.Length; text++)
            foreach (var word in words[text]) times[word] += texts.Times(text);
        return new EnglishTerms(words, atoms, times, Array.ConvertAll(read, static text => text?.Language ?? ""));
    }
}
