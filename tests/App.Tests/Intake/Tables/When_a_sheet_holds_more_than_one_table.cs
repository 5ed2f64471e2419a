namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_sheet_holds_more_than_one_table
{
    private const string First = "1. Ongoing projects\nReference,Title,Country\nA-1,One,Afghanistan\nTotal,,\n\n";

    [Fact]
    public void Each_is_read_by_its_own_header()
    {
        var reads = Given.Csv(First + "2. Pipeline projects\nReference,Country,Title,Budget EUR,Budget year\nB-1,Pakistan,Two,7,2024\n");
        Assert.Equal(["A-1 | One | AF |  | ", "B-1 | Two | PK |  | Budget 7 EUR"], reads.Projects().Select(Given.Shown));
        Assert.Equal("row.total@4 row.note@6", reads.Rules());
    }

    [Fact]
    public void One_without_projects_is_named_and_left_out_to_its_end()
    {
        var reads = Given.Csv(First + "Donor,Projects\nJapan,1\nEU,2\n\nA-2,Two,Iran\n");
        Assert.Equal(["A-1", "A-2"], reads.Projects().Select(project => project.Reference.AsWritten));
        Assert.Equal("row.total@4 table.not-read@6", reads.Rules());
        Assert.Contains("“Donor”", reads.Problems()[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_header_again_changes_nothing() =>
        Assert.Equal("", Given.Csv("Reference,Title,Country\nA-1,One,AF\n\nReference,Title,Country\nA-2,Two,AF\n").Rules());

    [Fact]
    public void A_project_after_a_gap_is_no_header() =>
        Assert.Equal(["A-1", "ALPHA"], Given.Csv("Reference,Title,Country\nA-1,One,AF\n\nALPHA,Project,Iran\n").Projects().Select(project => project.Reference.AsWritten));
}
