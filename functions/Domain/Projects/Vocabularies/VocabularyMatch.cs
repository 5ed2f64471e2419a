using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace ParisPact.Domain.Projects.Vocabularies;

/// <summary>
/// What a vocabulary makes of a text: <see cref="Found"/>, <see cref="Ambiguous"/> or <see cref="Unknown"/>, and nothing else.
/// A spelling that no vocabulary lists is never taken for a value: it comes back as a suggestion.
/// </summary>
/// <typeparam name="T">The value looked for.</typeparam>
public abstract record VocabularyMatch<T>
    where T : notnull
{
    private VocabularyMatch()
    {
    }

    /// <summary>The value, where there is exactly one.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        if (this is Found found)
        {
            value = found.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>What to put into a message after "did you mean": the suggestion, the candidates joined by " or ", or <c>null</c>.</summary>
    public string? DidYouMean => this switch
    {
        Unknown { Suggestion: { } suggestion } => suggestion.Text,
        Ambiguous ambiguous => string.Join(" or ", ambiguous.Candidates.Select(candidate => candidate.Text)),
        _ => null,
    };

    /// <summary>The text stands for one value.</summary>
    /// <param name="Value">That value.</param>
    /// <param name="Exact">True when the text is the value's code or listed name; false when something in the text was passed over, such as the town in front of a province.</param>
    public sealed record Found(T Value, bool Exact = true) : VocabularyMatch<T>;

    /// <summary>The text is listed for several values, and nothing says which is meant.</summary>
    /// <param name="Candidates">At least two.</param>
    public sealed record Ambiguous(ImmutableArray<Suggestion<T>> Candidates) : VocabularyMatch<T>;

    /// <summary>The text is not listed.</summary>
    public sealed record Unknown : VocabularyMatch<T>
    {
        private readonly Lazy<Suggestion<T>?> _suggestion;

        public Unknown(Suggestion<T>? suggestion = null) => _suggestion = new(suggestion);

        /// <param name="suggestion">Looked for when somebody asks: most who ask whether a text is listed want no suggestion, and finding one costs the most.</param>
        internal Unknown(Func<Suggestion<T>?> suggestion) => _suggestion = new(suggestion);

        /// <summary>The value whose listed spelling is nearest, where one is near enough to be worth naming.</summary>
        public Suggestion<T>? Suggestion => _suggestion.Value;

        public bool Equals(Unknown? other) => other is not null && Equals(Suggestion, other.Suggestion);

        public override int GetHashCode() => Suggestion?.GetHashCode() ?? 0;
    }
}
