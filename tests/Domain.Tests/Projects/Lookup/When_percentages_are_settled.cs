using CsCheck;
using ParisPact.Domain.Projects.Lookup;

namespace ParisPact.Tests.Projects.Lookup;

public class When_percentages_are_settled
{
    [Fact]
    public void Those_given_count_as_given() =>
        Assert.Equal([("a", 60m, false), ("b", 40m, false)], Settled(("a", 60m), ("b", 40m)));

    [Fact]
    public void Missing_ones_share_what_is_left_and_are_marked() =>
        Assert.Equal([("a", 40m, false), ("b", 30m, true), ("c", 30m, true)], Settled(("a", 40m), ("b", null), ("c", null)));

    [Fact]
    public void None_given_gives_equal_shares_that_sum_to_the_whole() =>
        Assert.Equal([("a", 33.3333m, true), ("b", 33.3334m, true), ("c", 33.3333m, true)], Settled(("a", null), ("b", null), ("c", null)));

    [Fact]
    public void A_sum_just_under_a_hundred_is_rounding() =>
        Assert.Equal([("a", 33.3333m, false), ("b", 33.3334m, false), ("c", 33.3333m, false)], Settled(("a", 33m), ("b", 33m), ("c", 33m)));

    [Fact]
    public void A_sum_over_a_hundred_is_scaled_down() =>
        Assert.Equal([("a", 50m, false), ("b", 50m, false)], Settled(("a", 100m), ("b", 100m)));

    [Fact]
    public void What_a_smaller_sum_leaves_open_is_credited_to_nobody() =>
        Assert.Equal([("a", 40m, false), (FacetShare.None, 60m, true)], Settled(("a", 40m)));

    [Fact]
    public void A_value_that_comes_twice_counts_once() =>
        Assert.Equal([("a", 100m, false)], Settled(("a", 50m), ("a", 50m)));

    [Fact]
    public void Nothing_at_all_is_not_stated() =>
        Assert.Equal([(FacetShare.None, 100m, false)], Settled());

    [Fact]
    public void Zeros_alone_are_read_as_nothing_given() =>
        Assert.Equal([("a", 50m, true), ("b", 50m, true)], Settled(("a", 0m), ("b", 0m)));

    [Fact]
    public void The_parts_always_sum_to_exactly_the_whole_and_none_is_negative() => Gen
        .Select(Gen.Int[0, 5], Gen.Decimal[-50m, 2_000_000m], Gen.Bool, (value, percentage, given) => new ShareStated(value == 5 ? FacetShare.None : value.ToString("D", System.Globalization.CultureInfo.InvariantCulture), given ? percentage : null))
        .Array[0, 9]
        .Sample(parts =>
        {
            var shares = Shares.Of(parts);
            Assert.Equal(FacetShare.Whole, shares.Sum(share => share.Millionths));
            Assert.All(shares, share => Assert.InRange(share.Millionths, 0, FacetShare.Whole));
            Assert.Equal(shares.Length, shares.Select(share => share.Value).Distinct().Count());
        });

    private static IEnumerable<(string, decimal, bool)> Settled(params (string Value, decimal? Percentage)[] parts) =>
        Shares.Of([.. parts.Select(part => new ShareStated(part.Value, part.Percentage))]).Select(share => (share.Value, share.Percentage, share.Assumed));
}
