using System.Buffers;
using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Benchmarks.Matching;

/// <summary>One record in a hundred has changed, has come or has gone since the index was kept: what that takes beside a full run, and whether both find the same.</summary>
internal static class ChangeSpeed
{
    public static void Run(Report report, LabelledSet set, IReadOnlyList<MatchField> fields, string? source, Func<string, double?> worth)
    {
        var all = Records(set, fields, source);
        // Every two-hundredth comes later.
        var (first, late) = (all.Where((_, at) => at % 200 != 7).ToArray(), all.Where((_, at) => at % 200 == 7).ToArray());
        var parameters = MatchParameters.Estimate(fields, first, worth);
        var index = MatchIndex.Of(fields, parameters, first, worth);
        var standing = index.Find().Pairs;
        var groups = index.Groups(standing);
        var bytes = new ArrayBufferWriter<byte>();
        index.Write(bytes);
        // Some get the title and the dates of others, some go.
        var changed = late.Concat(first.Where((_, at) => at % 400 == 11).Select((record, at) => record with { Values = [.. first[at * 31].Values.Take(1), .. record.Values.Skip(1)] })).ToArray();
        var removed = first.Where((_, at) => at % 400 == 13).Select(static record => record.Key).ToArray();

        ImmutableArray<FoundPair> pairs = [];
        ImmutableArray<ImmutableArray<string>> regrouped = [];
        MatchIndex? after = null;
        var change = Measure.Median(Enumerable.Range(0, 4).Select(_ => Measure.Time(() =>
        {
            var found = MatchIndex.Read(fields, parameters, bytes.WrittenMemory, worth).With(changed, removed);
            pairs = found.Pairs(standing, [found.Find(standing)]);
            regrouped = found.Groups(standing, groups, pairs);
            after = found.After;
        })).Skip(1));

        ImmutableArray<FoundPair> fullPairs = [];
        ImmutableArray<ImmutableArray<string>> fullGroups = [];
        var records = after!.Records.ToArray();
        var full = Measure.Time(() =>
        {
            var whole = MatchIndex.Of(fields, parameters, records, worth);
            fullPairs = whole.Find().Pairs;
            fullGroups = whole.Groups(fullPairs);
        });
        var isSame = pairs.SequenceEqual(fullPairs) && regrouped.Select(static group => string.Join(' ', group)).SequenceEqual(fullGroups.Select(static group => string.Join(' ', group)));
        report.Add(new Ratio($"1 % changed of {set.Count:#,0} ({changed.Length + removed.Length:#,0} records)", Measure.Text(change), $"full run {Measure.Text(full)}, {bytes.WrittenCount / 1e6:0} MB kept", change.TotalSeconds, 1, Unit: "s"));
        report.Add(new Ratio("  finds what the full run finds", $"{pairs.Length:#,0} pairs", $"{fullPairs.Length:#,0} pairs", isSame ? 1 : 0, 1, AtLeast: true, Unit: ""));
    }

    private static MatchRecord[] Records(LabelledSet set, IReadOnlyList<MatchField> fields, string? source) =>
    [
        .. Enumerable.Range(0, set.Count).Select(record => new MatchRecord(set.Ids[record], source is null ? "" : set.Columns[source][record],
            [.. fields.Select(field => set.Columns[field.Name][record] is { Length: > 0 } value ? ImmutableArray.Create(value) : [])])),
    ];
}
