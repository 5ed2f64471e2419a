using ParisPact.Domain.Intake;

namespace ParisPact.Tests.Intake;

public sealed class When_a_file_has_a_name
{
    [Theory]
    [InlineData("projects.xlsx", "projects.xlsx")]
    [InlineData("Проекты 2026.csv", "Проекты 2026.csv")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("C:\\Users\\x\\file.csv", "file.csv")]
    [InlineData("a\u0000b\r\n.csv", "ab.csv")]
    [InlineData("evil\u202Evsc.exe", "evilvsc.exe")]
    [InlineData("..", "file")]
    [InlineData("", "file")]
    [InlineData(null, "file")]
    [InlineData("uploads/unodc/", "file")]
    [InlineData("a?b#c%2F..&d.csv", "a_b_c_2F.._d.csv")]
    public void What_may_be_kept_is_kept(string? name, string clean) => Assert.Equal(clean, FileName.Clean(name));

    [Fact]
    public void A_long_one_keeps_its_extension()
    {
        var clean = FileName.Clean(new string('x', 5_000) + ".xlsx");
        Assert.Equal(FileName.MaximumLength, clean.Length);
        Assert.EndsWith(".xlsx", clean, StringComparison.Ordinal);
    }

    [Fact]
    public void No_letter_is_cut_in_half()
    {
        var clean = FileName.Clean("x" + string.Concat(Enumerable.Repeat("\U0001F600", 200)));
        Assert.All(clean.EnumerateRunes(), rune => Assert.NotEqual(System.Text.Rune.ReplacementChar, rune));
    }
}
