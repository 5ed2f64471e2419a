using System.Collections.Immutable;
using System.Globalization;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Tests.Duplicates.Linkage;

/// <summary>A few records of few words, so that they share much, that change in every way there is: by themselves, in crowds, and their keys.</summary>
internal sealed class ChangingRegister
{
    private static readonly string[] Words = ["border", "control", "training", "laboratory", "prison", "health", "customs", "airport", "phase", "drug"];

    private readonly SortedDictionary<string, MatchRecord> _records = new(StringComparer.Ordinal);

    public ChangingRegister(int seed)
    {
        Random = new Random(seed);
        for (var at = 0; at < 50; at++) Put(Some(), _records);
    }

    public Random Random { get; }

    /// <summary>In no order.</summary>
    public MatchRecord[] Records()
    {
        var records = _records.Values.ToArray();
        Random.Shuffle(records);
        return records;
    }

    public (List<MatchRecord> Changed, List<string> Removed) Change()
    {
        var (changed, removed) = (new SortedDictionary<string, MatchRecord>(StringComparer.Ordinal), new HashSet<string>());
        for (var times = 1 + Random.Next(5); times > 0 && _records.Count > 0; times--)
        {
            var one = Any();
            switch (Random.Next(7))
            {
                case 0: Put(Some(), changed); break;
                case 1: changed[one.Key] = Some() with { Key = one.Key }; break;
                case 2: changed[one.Key] = one with { Values = one.Values.SetItem(Random.Next(one.Values.Length), Some().Values[Random.Next(2)]) }; break;
                case 3: removed.Add(one.Key); break;
                case 4:
                    // The same under another key.
                    removed.Add(one.Key);
                    Put(one, changed);
                    break;
                case 5:
                    // A crowd comes.
                    for (var more = Random.Next(7); more > 0; more--) Put(one, changed);
                    break;
                default:
                    // A crowd goes, but for one.
                    foreach (var key in _records.Values.Where(other => other.Values == one.Values && other.Key != one.Key).Select(static other => other.Key)) removed.Add(key);
                    break;
            }
        }

        foreach (var key in removed)
        {
            changed.Remove(key);
            _records.Remove(key);
        }

        foreach (var (key, record) in changed) _records[key] = record;
        return ([.. changed.Values], [.. removed]);
    }

    private MatchRecord Any() => _records.Values.ElementAt(Random.Next(_records.Count));

    private void Put(MatchRecord record, SortedDictionary<string, MatchRecord> records)
    {
        string key;
        do key = Random.Next(100_000).ToString(CultureInfo.InvariantCulture);
        while (_records.ContainsKey(key) || records.ContainsKey(key));
        records[key] = record with { Key = key };
    }

    private MatchRecord Some()
    {
        var title = string.Join(' ', Enumerable.Range(0, 1 + Random.Next(4)).Select(_ => Words[Random.Next(Words.Length)]));
        var start = new DateOnly(2015 + Random.Next(2), 1 + Random.Next(2), 1);
        return new MatchRecord("", $"P{Random.Next(3)}",
        [
            Random.Next(10) == 0 ? [] : Random.Next(4) == 0 ? [title, Words[Random.Next(Words.Length)] + " " + Random.Next(4)] : [title],
            [$"Agency {Random.Next(4)} of Sampleland"], [.. Enumerable.Range(0, Random.Next(3)).Select(_ => $"SL-{Random.Next(5)}")], [$"{16_000 + Random.Next(6)}"],
            [start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], [start.AddMonths(12).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
            [$"{1_000 * (1 + Random.Next(3))}"], Random.Next(8) == 0 ? [$"XM-{Random.Next(20)}"] : [],
        ]);
    }
}
