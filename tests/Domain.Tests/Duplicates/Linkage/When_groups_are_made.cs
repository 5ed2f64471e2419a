using ParisPact.Domain.Duplicates.Linkage;

namespace ParisPact.Tests.Duplicates.Linkage;

public sealed class When_groups_are_made
{
    [Fact]
    public void Three_reports_of_one_project_are_one_group() => Assert.Equal([0, 0, 0, 3], Of(4, (0, 1, 5), (1, 2, 6), (0, 2, 4), (2, 3, -7)));

    [Fact]
    public void A_chain_whose_ends_contradict_each_other_is_cut_where_it_is_weakest() => Assert.Equal([0, 0, 2, 2], Of(4, (0, 1, 9), (1, 2, 2), (2, 3, 9), (0, 2, -6), (1, 3, -6), (0, 3, -12)));

    [Fact]
    public void A_chain_whose_ends_share_nothing_needs_strong_links() => Assert.Equal([0, 0, 2], Of(3, (0, 1, 9), (1, 2, 2)));

    [Fact]
    public void Nothing_is_joined_that_nothing_speaks_for() => Assert.Equal([0, 1, 2], Of(3, (0, 1, -1), (1, 2, 0)));

    private static int[] Of(int records, params (int One, int Other, double Weight)[] pairs) =>
        Groups.Of(records, [.. pairs.Select(static pair => RecordPair.Of(pair.One, pair.Other))], [.. pairs.Select(static pair => pair.Weight)]);
}
