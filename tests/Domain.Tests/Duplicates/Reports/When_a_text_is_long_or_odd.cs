using ParisPact.Domain.Duplicates.Reports;

namespace ParisPact.Tests.Duplicates.Reports;

public sealed class When_a_text_is_long_or_odd
{
    [Theory]
    [InlineData("  one\r\n two\t three ", 40, "one two three")]
    [InlineData("one two three four five", 22, "one two three four…")]
    [InlineData("abcdefghijklmnop", 8, "abcdefg…")]
    [InlineData("a\u202Eb\u2066c\u200F", 10, "abc")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2, "👩‍👩‍👧‍👦…")]
    [InlineData("", 10, "")]
    [InlineData("exactly ten", 11, "exactly ten")]
    public void It_is_one_line_that_fits(string text, int longest, string shown) => Assert.Equal(shown, ShortText.Of(text, longest));

    [Fact]
    public void Half_a_character_is_left_out() => Assert.Equal("ab", ShortText.Of("a\uD83Db", 10));

    [Fact]
    public void A_title_of_64_KB_is_cut() => Assert.Equal(300, ShortText.Of(new string('x', 65_536), 300).Length);

    [Fact]
    public void Marks_without_end_do_not_make_it_long() => Assert.InRange(ShortText.Of("a" + new string('\u0301', 65_536), 300).Length, 1, 40);
}
