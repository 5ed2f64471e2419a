using System.Collections.Concurrent;
using System.Collections.Immutable;
using ParisPact.Domain.Projects.Lookup;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Functions.Projects.Lookup;

/// <summary>Which keys are spelt how: by folded key and folded name.</summary>
internal sealed class Spellings
{
    private readonly ConcurrentDictionary<string, ImmutableSortedSet<string>> _keys = new(StringComparer.Ordinal);
    private readonly Lock _extending = new();
    private int _upTo;

    public void Add(string spelling, string key) => _keys.AddOrUpdate(Folding.Fold(spelling), _ => [key], (_, keys) => keys.Add(key));

    /// <summary>Takes in what a table has got since the last time.</summary>
    public void Extend(ValueTable table)
    {
        lock (_extending)
        {
            for (; _upTo < table.Count; _upTo++)
            {
                var value = table[_upTo];
                if (value.Key == FacetShare.None) continue;
                Add(value.Key, value.Key);
                if (value.Name is not null) Add(value.Name, value.Key);
            }
        }
    }

    public VocabularyMatch<string> Find(string text)
    {
        var folded = Folding.Fold(text);
        return _keys.GetValueOrDefault(folded, []) switch
        {
            [var only] => new VocabularyMatch<string>.Found(only),
            { Count: > 1 } several => new VocabularyMatch<string>.Ambiguous([.. several.Select(key => new Suggestion<string>(key, key))]),
            _ => new VocabularyMatch<string>.Unknown(Nearest(folded)),
        };
    }

    /// <summary>The nearest spelling within a slip for every four letters, where one is nearer than all others.</summary>
    private Suggestion<string>? Nearest(string folded)
    {
        var near = _keys
            .Select(spelling => (Distance: EditDistance.Within(folded, spelling.Key, Math.Min(3, folded.Length / 4)), Keys: spelling.Value))
            .Where(spelling => spelling.Distance is not null)
            .GroupBy(spelling => spelling.Distance!.Value, spelling => spelling.Keys)
            .MinBy(group => group.Key)?.SelectMany(keys => keys).Distinct().Take(2).ToList();
        return near is [var only] ? new Suggestion<string>(only, only) : null;
    }
}
