using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_rows_belong_together
{
    [Fact]
    public void Rows_that_leave_the_reference_blank_add_to_the_project_above()
    {
        var reads = Given.Csv("""
            Reference,Title,Country,Province,Sector,Currency,Budget,Budget start,Budget end
            A-1,Border posts,AF,Kandahar,16063,USD,100,2024-01-01,2024-12-31
            ,,,Helmand,12330,USD,200,2025-01-01,2025-12-31
            A-2,Labs,TJ,,,,,,
            """);
        Assert.Equal(
            ["A-1 | Border posts | AF-KAN, AF-HEL | 1:16063, 1:12330 | Budget 100 USD, Budget 200 USD", "A-2 | Labs | TJ |  | "],
            reads.Projects().Select(Given.Shown));
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void Rows_that_repeat_the_reference_add_places_and_do_not_count_the_same_money_again()
    {
        var reads = Given.Csv("""
            Project code,Title,Country,Province,Budget (USD)
            A-1,Border posts,Afghanistan,Kandahar,100
            a-1,Border posts,Afghanistan,Helmand,100
            A-1,,Afghanistan,Herat,100
            """);
        Assert.Equal("A-1 | Border posts | AF-KAN, AF-HEL, AF-HER |  | Budget 100 USD", Assert.Single(reads.Projects()).Shown());
        Assert.Equal("money.repeated@3 money.repeated@4", reads.Rules());
    }

    [Fact]
    public void A_repeated_reference_with_another_title_is_another_record_on_its_own_line()
    {
        var reads = Given.Csv("Reference,Title\nA-1,One\nA-1,Two\nB-1,Three\nA-1,One\n");
        Assert.Equal([("A-1", 2), ("A-1", 3), ("B-1", 4), ("A-1", 5)], reads.Select(read => (read.Reference!, read.At.Line!.Value)));
    }

    [Fact]
    public void A_row_with_a_title_of_its_own_and_no_reference_is_refused_and_no_other()
    {
        var reads = Given.Csv("Reference,Title\nA-1,One\n,Two\nB-1,Three\n");
        Assert.Equal(["A-1", "B-1"], reads.Projects().Select(project => project.Reference.AsWritten));
        var problem = Assert.Single(reads.Problems());
        Assert.Equal(("reference.missing", Severity.Error, 3, "Reference"), (problem.Rule, problem.Severity, problem.At.Line!.Value, problem.At.Column));
    }

    [Fact]
    public void A_missing_title_refuses_its_record_alone()
    {
        var reads = Given.Csv("Reference,Title,Country\nA-1,,AF\nA-2,Two,AF\n");
        Assert.Equal("A-2", Assert.Single(reads.Projects()).Reference.AsWritten);
        Assert.Equal("title.missing@2", reads.Rules());
        Assert.Equal("A-1", reads[0].Reference);
    }

    [Fact]
    public void What_a_further_row_says_otherwise_is_named_and_the_first_counts()
    {
        var reads = Given.Csv("Reference,Title,Status,Province,Country\nA-1,One,Implementation,Kabul,AF\n,,Closed,Herat,\n");
        Assert.Equal(ActivityStatus.Implementation, Assert.Single(reads.Projects()).Status);
        Assert.Equal("row.differs@3", reads.Rules());
    }

    [Theory]
    [InlineData("Total,,300")]
    [InlineData(",Grand total,300")]
    [InlineData(",,300")]
    [InlineData("ИТОГО:,,300")]
    public void The_row_of_the_sums_is_no_project_and_adds_nothing(string row)
    {
        var reads = Given.Csv($"Reference,Title,Budget (USD)\nA-1,One,100\nA-2,Two,200\n{row}\n");
        Assert.Equal([100m, 200m], reads.Projects().SelectMany(project => project.Money).Select(line => line.Amount));
        Assert.Equal("row.total@4", reads.Rules());
    }

    [Fact]
    public void Headings_notes_blank_rows_and_repeated_headers_are_left_out()
    {
        var reads = Given.Csv("""
            Reference,Title,Country
            Ongoing projects in the region,,
            A-1,One,AF

            Reference,Title,Country
            A-2,Two,PK
            Source: annual report of the agency,,
            """);
        Assert.Equal(["A-1", "A-2"], reads.Projects().Select(project => project.Reference.AsWritten));
        Assert.Equal("row.note@2 row.note@7", reads.Rules());
    }
}
