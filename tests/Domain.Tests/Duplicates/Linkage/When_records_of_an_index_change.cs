using System.Buffers;
using System.Collections.Immutable;
using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Tests.Duplicates.Linkage;

/// <summary>For one version of parameters, any sequence of changes gives what a full run gives.</summary>
public sealed class When_records_of_an_index_change
{
    private static readonly PairJudge Judge = static (pattern, weight) => weight > 0 ? MatchClass.Same : weight > -25 || pattern % 7 == 0 ? MatchClass.Related : MatchClass.Unrelated;

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void It_finds_pair_for_pair_and_group_for_group_what_a_full_run_finds(int largestBlock)
    {
        var (gained, lost, groups) = (0, 0, 0);
        for (var seed = 1; seed <= 8; seed++)
        {
            var nights = Nights((seed * 10) + largestBlock, largestBlock);
            (gained, lost, groups) = (gained + nights.Gained, lost + nights.Lost, groups + nights.Groups);
        }

        // Blocks have gone both ways: pairs came and went of records that had not changed.
        Assert.True(gained > 5 && lost > 5 && groups > 100, $"{gained} pairs gained, {lost} lost, {groups} groups");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("z")]
    public void A_crowd_that_grows_too_large_is_held_against_its_first_and_one_that_shrinks_is_not(string key)
    {
        var register = new ChangingRegister(1).Records();
        var parameters = MatchParameters.Estimate(Sample.Fields, register) with { LargestBlock = 4 };
        var one = register[0] with { Values = register[0].Values.SetItem(0, ["quite another thing"]).SetItem(7, ["XM-9999"]) };
        var index = MatchIndex.Of(Sample.Fields, parameters, [.. register, .. Enumerable.Range(1, 4).Select(at => one with { Key = $"m{at}" })]);
        var standing = index.Find(judge: Judge).Pairs;

        var grown = index.With([one with { Key = key }], []);
        var pairs = grown.Pairs(standing, [grown.Find(standing, judge: Judge)]);
        Assert.Equal(MatchIndex.Of(Sample.Fields, parameters, grown.After.Records).Find(judge: Judge).Pairs, pairs);
        Assert.Equal(4, pairs.Count(pair => (pair.Left[0] == 'm' || pair.Left == key) && (pair.Right[0] == 'm' || pair.Right == key)));

        var shrunk = grown.After.With([], ["m1"]);
        pairs = shrunk.Pairs(pairs, [shrunk.Find(pairs, judge: Judge)]);
        Assert.Equal(MatchIndex.Of(Sample.Fields, parameters, shrunk.After.Records).Find(judge: Judge).Pairs, pairs);
        Assert.Equal(6, pairs.Count(pair => (pair.Left[0] == 'm' || pair.Left == key) && (pair.Right[0] == 'm' || pair.Right == key)));
    }

    [Fact]
    public void What_says_the_same_as_before_is_no_change()
    {
        var register = new ChangingRegister(1);
        var parameters = MatchParameters.Estimate(Sample.Fields, register.Records());
        var change = MatchIndex.Of(Sample.Fields, parameters, register.Records()).With(register.Records(), ["not there"]);
        Assert.Empty(change.Former);
        Assert.Empty(change.Present);
        Assert.Equal(0, change.Find([]).Found.Compared);
    }

    [Fact]
    public void A_record_is_not_given_and_removed()
    {
        var register = new ChangingRegister(1);
        var (index, record) = (MatchIndex.Of(Sample.Fields, MatchParameters.Estimate(Sample.Fields, register.Records()), []), register.Records()[0]);
        Assert.Throws<ArgumentException>(() => index.With([record], [record.Key]));
    }

    private static (int Gained, int Lost, int Groups) Nights(int seed, int largestBlock)
    {
        // By the parameters themselves, and by a judge that keeps more.
        var (register, judge) = (new ChangingRegister(seed), seed % 20 < 10 ? Judge : null);
        var parameters = MatchParameters.Estimate(Sample.Fields, register.Records()) with { LargestBlock = largestBlock };
        var index = MatchIndex.Of(Sample.Fields, parameters, register.Records());
        var pairs = index.Find(judge: judge).Pairs;
        var groups = index.Groups(pairs);
        var (gained, lost, all) = (0, 0, 0);
        for (var night = 0; night < 10; night++)
        {
            var (records, removed) = register.Change();
            var change = index.With(records, removed);
            var parts = Parts(change, pairs, judge, register.Random);
            var after = change.Pairs(pairs, parts);
            groups = change.Groups(pairs, groups, after);

            var full = MatchIndex.Of(Sample.Fields, parameters, register.Records());
            Assert.Equal(full.Records.Select(static record => record.Key), change.After.Records.Select(static record => record.Key));
            Assert.Equal(full.Find(judge: judge).Pairs, after);
            Assert.Equal(Text(full.Groups(after)), Text(groups));

            var changed = change.Former.Select(place => index.Records[place].Key).Concat(change.Present.Select(place => change.After.Records[place].Key)).ToHashSet();
            gained += after.Except(pairs).Count(pair => !changed.Contains(pair.Left) && !changed.Contains(pair.Right));
            lost += pairs.Except(after).Count(pair => !changed.Contains(pair.Left) && !changed.Contains(pair.Right));
            all += groups.Length;
            (index, pairs) = (night % 2 == 0 ? change.After : Kept(change.After), after);
        }

        return (gained, lost, all);
    }

    private static MatchIndex Kept(MatchIndex index)
    {
        var bytes = new ArrayBufferWriter<byte>();
        index.Write(bytes);
        return MatchIndex.Read(index.Fields, index.Parameters, bytes.WrittenMemory);
    }

    private static ShardChange[] Parts(MatchChange change, ImmutableArray<FoundPair> standing, PairJudge? judge, Random random)
    {
        var shards = 1 + random.Next(4);
        var parts = Enumerable.Range(0, shards).Select(shard => change.Find(standing, shard, shards, judge)).ToArray();
        random.Shuffle(parts);
        return parts;
    }

    private static IEnumerable<string> Text(ImmutableArray<ImmutableArray<string>> groups) => groups.Select(static group => string.Join(' ', group));
}
