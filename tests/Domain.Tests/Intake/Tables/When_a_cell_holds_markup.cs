using CsCheck;
using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_cell_holds_markup
{
    private static readonly string[] Pieces = ["&amp;", "amp;", "&", "lt;", "&lt;", "gt;", ">", "<", "b", "/b", " ", "\n", "\u200B", "&#60;", "&#38;", "!--", "-->", "script", "\uD83D", "x"];

    [Theory]
    [InlineData("<b>Border</b> posts", "Border posts")]
    [InlineData("<br>", "")]
    [InlineData("a &amp; b &eacute;t&eacute; &#8364;", "a & b été €")]
    [InlineData("&lt;p&gt;twice&lt;/p&gt;", "twice")]
    [InlineData("<!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]-->Text<o:p></o:p>", "Text")]
    [InlineData("<style>p { color: red }</style>Text", "Text")]
    [InlineData("<script>alert(1)</script>Text", "Text")]
    [InlineData("<span title=\"x\">one</span> <span>two</span>", "one two")]
    [InlineData("<p class='MsoNormal'>One</p><p>Two</p>", "One Two")]
    public void Only_the_text_is_left(string text, string expected) => Assert.Equal(expected, CellText.Clean(text));

    [Theory]
    [InlineData("a < b and c > d")]
    [InlineData("<name@example.org>")]
    [InlineData("5<6")]
    [InlineData("List<string>")]
    [InlineData("<")]
    [InlineData("<!-- never closed")]
    [InlineData("AT&T")]
    public void What_is_no_markup_stays(string text) => Assert.Equal(text, CellText.Clean(text));

    [Fact]
    public void Control_characters_go_and_white_space_is_single() =>
        Assert.Equal("a b c", CellText.Clean("\uFEFF a\u0000\u0007 \u00A0\t b\u200B\r\n c\uD800 "));

    [Fact]
    public void Lines_are_kept_where_they_are_wanted() =>
        Assert.Equal("one\ntwo\n\nthree", CellText.Clean("one\r\ntwo\n\n\n\nthree", lines: true));

    [Fact]
    public void Nothing_that_is_clean_changes() => Gen.String.Sample(text =>
    {
        var once = CellText.Clean(text.Replace("&", "", StringComparison.Ordinal).Replace("<", "", StringComparison.Ordinal), lines: true);
        Assert.Equal(once, CellText.Clean(once, lines: true));
    }, iter: 10_000);

    [Fact]
    public void What_was_cleaned_once_is_clean_whatever_it_was() => Gen.Int[0, Pieces.Length - 1].Select(static at => Pieces[at]).List[0, 12].Sample(parts =>
    {
        foreach (var lines in (bool[])[true, false])
        {
            var once = CellText.Clean(string.Concat(parts), lines);
            Assert.Equal(once, CellText.Clean(once, lines));
        }
    }, iter: 20_000);

    [Theory]
    [InlineData("R&amp;amp;D", "R&D")]
    [InlineData("&amp;lt;p&amp;gt;thrice&amp;lt;/p&amp;gt;", "thrice")]
    public void What_was_written_as_HTML_several_times_is_read_as_often(string text, string expected) => Assert.Equal(expected, CellText.Clean(text));

    [Fact]
    public void HTML_without_end_is_cleaned_in_bounded_time()
    {
        var clean = CellText.Clean("&" + string.Concat(Enumerable.Repeat("amp;", 100_000)) + "lt;b&gt;");
        Assert.Equal(clean, CellText.Clean(clean));
    }

    [Theory]
    [InlineData("<")]
    [InlineData("<b")]
    [InlineData("<b ")]
    [InlineData("<!--")]
    [InlineData("<style>")]
    [InlineData("</script>")]
    [InlineData("&lt;")]
    [InlineData("&amp;")]
    public void A_megabyte_of_broken_markup_takes_no_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)) + ">";
        var started = System.Diagnostics.Stopwatch.StartNew();
        CellText.Clean(text);
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(5), $"{started.Elapsed}");
    }
}
