using CsCheck;
using ParisPact.Domain.Projects.Vocabularies;

namespace ParisPact.Domain.Tests.Projects.Vocabularies;

public sealed class When_slips_are_counted
{
    [Theory]
    [InlineData("kandahar", "kandahar", 0)]
    [InlineData("kandahar", "kandarhar", 1)]
    [InlineData("kandahar", "kandhaar", 1)]
    [InlineData("helmand", "hilmend", 2)]
    [InlineData("", "abc", 3)]
    public void Insertions_deletions_replacements_and_swaps_count_one_each(string left, string right, int slips) =>
        Assert.Equal(slips, EditDistance.Within(left, right, 3));

    [Fact]
    public void More_than_the_bound_is_not_counted()
    {
        Assert.Null(EditDistance.Within("kandahar", "helmand", 3));
        Assert.Null(EditDistance.Within(new string('a', 200), new string('b', 200), 3));
    }

    [Fact]
    public void Counting_is_symmetric_and_zero_only_for_the_same_text() =>
        Gen.Select(Gen.String[Gen.Char["abc"], 0, 9], Gen.String[Gen.Char["abc"], 0, 9]).Sample((left, right) =>
            EditDistance.Within(left, right, 9) == EditDistance.Within(right, left, 9)
            && (EditDistance.Within(left, right, 9) == 0) == (left == right));
}
