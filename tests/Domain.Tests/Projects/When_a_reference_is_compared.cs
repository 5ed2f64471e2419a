using ParisPact.Domain.Projects;

namespace ParisPact.Tests.Projects;

public sealed class When_a_reference_is_compared
{
    [Theory]
    [InlineData("XM-DAC-1 / a", " xm-dac-1/A ")]
    [InlineData("TEST-\u00C9tat", "test-e\u0301TAT")]
    [InlineData("\u0439-1", "\u0418\u0306-1")]
    [InlineData("\u1EBF", "e\u0302\u0301")]
    public void Spellings_of_one_reference_are_the_same(string left, string right)
    {
        Assert.Equal(ProjectReference.From(left), ProjectReference.From(right));
        Assert.Equal(ProjectReference.From(left)!.Id, ProjectReference.From(right)!.Id);
    }

    [Theory]
    [InlineData("A-1", "A-2")]
    [InlineData("e-1", "\u00E9-1")]
    [InlineData("q\u0301", "q")]
    public void Different_references_stay_different(string left, string right) => Assert.NotEqual(ProjectReference.From(left), ProjectReference.From(right));

    [Fact]
    public void It_is_kept_as_written() => Assert.Equal("e\u0301 1", ProjectReference.From(" e\u0301 1 ")!.AsWritten);

    [Theory]
    [InlineData("A\r\n1", "A  1")]
    [InlineData("\uFEFFA-1\u200B", "A-1")]
    [InlineData("A  <b> &amp; 1", "A  <b> &amp; 1")]
    public void It_stands_on_one_line_and_shows_all_of_its_letters(string written, string expected) => Assert.Equal(expected, ProjectReference.From(written)!.AsWritten);
}
