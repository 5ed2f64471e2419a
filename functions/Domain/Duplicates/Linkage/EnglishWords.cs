namespace ParisPact.Domain.Duplicates.Linkage;

/// <summary>Compares texts in two languages by their terms in English. Texts in one language are never compared by them: their own words say more.</summary>
internal sealed class EnglishWords
{
    private readonly EnglishTerms _terms;
    private readonly float[] _weights;
    private readonly float[] _norms;

    public EnglishWords(EnglishTerms terms, FieldParameters parameters)
    {
        _terms = terms;
        _weights = Array.ConvertAll(terms.Atoms, atom => MathF.Pow(MathF.Log(MathF.Max(1, (parameters.Records + 1f) / parameters.Counts.Of(atom))), 2));
        _norms = Array.ConvertAll(terms.Words, words => MathF.Sqrt(words.Sum(word => _weights[word])));
    }

    public bool AreInTwoLanguages(int text, int other) => !string.Equals(_terms.Languages[text], _terms.Languages[other], StringComparison.Ordinal);

    public float Cosine(int text, int other)
    {
        var (one, against, at, beside, sum) = (_terms.Words[text], _terms.Words[other], 0, 0, 0f);
        while (at < one.Length && beside < against.Length)
        {
            var (word, next) = (one[at], against[beside]);
            if (word == next) sum += _weights[word];
            at += word <= next ? 1 : 0;
            beside += next <= word ? 1 : 0;
        }

        return sum / ((_norms[text] * _norms[other]) + 1e-9f);
    }
}
