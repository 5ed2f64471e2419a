using ParisPact.Domain.Intake.Tables;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_list_has_quotation_marks
{
    [Theory]
    [InlineData("\"Police; Customs\"; Army", "Police; Customs", "Army")]
    [InlineData("Army; \"Police | Customs\"", "Army", "Police | Customs")]
    [InlineData("\"An \"\"own\"\" name; here\"", "An \"own\" name; here")]
    [InlineData("\"Safe\" borders; Army", "\"Safe\" borders", "Army")]
    [InlineData("The \"Safe; Sound\" fund", "The \"Safe", "Sound\" fund")]
    [InlineData("\"no end; Army", "\"no end", "Army")]
    public void An_entry_between_them_is_one(string text, params string[] entries) => Assert.Equal(entries, ShareList.Split(text).Select(share => share.Text));

    [Theory]
    [InlineData("\"North; South\" (40%); East (60%)")]
    public void Its_percentage_stands_behind_them(string text) => Assert.Equal([new Share("North; South", 40), new Share("East", 60)], ShareList.Split(text));

    [Fact]
    public void In_parallel_lists_empty_entries_count() => Assert.Equal(["A; B", "", "C"], ShareList.SplitParallel("\"A; B\"; ; C"));

    [Theory]
    [InlineData("a")]
    [InlineData("a; b \"c\"\n|")]
    [InlineData("\"")]
    public void What_is_quoted_reads_back(string text) => Assert.Equal([new Share(text)], ShareList.Split(ShareList.Quoted(text)));
}
