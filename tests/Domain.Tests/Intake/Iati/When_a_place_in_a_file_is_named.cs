using ParisPact.Domain.Intake;
using ParisPact.Domain.Intake.Iati;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_a_place_in_a_file_is_named
{
    private static readonly XmlPlace Root = new(null, "iati-activities", 1, 1, 2);
    private static readonly XmlPlace Activity = new(Root, "iati-activity", 3, 40, 4);

    [Fact]
    public void Elements_that_repeat_have_their_number_and_others_have_not() => Assert.Equal(
        "/iati-activities/iati-activity[3]/budget[1]/value",
        new XmlPlace(new XmlPlace(Activity, "budget", 1, 50, 6), "value", 1, 51, 8).Path);

    [Fact]
    public void An_element_that_should_not_repeat_and_does_has_its_number_too() =>
        Assert.Equal("/iati-activities/iati-activity[3]/title[2]", new XmlPlace(Activity, "title", 2, 41, 6).Path);

    [Fact]
    public void An_attribute_has_the_line_of_its_element() =>
        Assert.Equal(new Position(null, 40, "4", "/iati-activities/iati-activity[3]/@hierarchy"), Activity.OfAttribute("hierarchy"));

    [Theory]
    [InlineData("a  b\n c", "“a b c”")]
    [InlineData("", "“”")]
    [InlineData(null, "“”")]
    public void What_is_quoted_stands_on_one_line(string? text, string quoted) => Assert.Equal(quoted, Quote.Of(text));

    [Fact]
    public void What_is_quoted_is_short_and_breaks_no_character()
    {
        Assert.Equal(62, Quote.Of(new string('x', 500)).Length);
        Assert.DoesNotContain('\uD83D', Quote.Of(new string('x', 58) + "🚢🚢"));
    }
}
