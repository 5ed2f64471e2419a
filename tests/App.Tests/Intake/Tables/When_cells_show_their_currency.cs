namespace ParisPact.Tests.Intake.Tables;

public sealed class When_cells_show_their_currency
{
    [Fact]
    public void It_is_the_amounts_where_the_table_names_none()
    {
        var reads = Read(["Reference", "Title", "Budget", "Year"], ["A", "One", SheetFile.Euro(1200.5), 2024], ["B", "Two", SheetFile.OwnCurrency(5), 2024]);
        Assert.Equal([(1200.5m, "EUR"), (5m, null)], reads.Projects().Select(project => (project.Money[0].Amount, project.Money[0].Currency)));
        Assert.Equal("currency.missing@3", reads.Rules());
    }

    [Fact]
    public void What_the_table_says_counts_and_the_difference_is_told_once()
    {
        var reads = Read(["Reference", "Title", "Budget (USD)", "Year"], ["A", "One", SheetFile.Euro(1200.5), 2024], ["B", "Two", SheetFile.Euro(5), 2024]);
        Assert.Equal(["USD", "USD"], reads.Projects().Select(project => project.Money[0].Currency));
        Assert.Equal("currency.contradiction@2", reads.Rules());
    }

    [Fact]
    public void The_same_said_twice_is_no_contradiction() =>
        Assert.Equal("", Read(["Reference", "Title", "Budget", "Currency", "Year"], ["A", "One", SheetFile.Euro(1200.5), "euro", 2024]).Rules());

    [Fact]
    public void A_sign_of_several_currencies_is_the_one_that_the_header_names() =>
        Assert.Equal("", Given.Csv("Reference;Title;Budget (USD)\nA;One;$1.2M\n").Rules());

    [Fact]
    public void Two_amounts_of_one_kind_that_differ_are_told()
    {
        var reads = Given.Csv("Reference;Title;Budget;Budget;Currency\nA;One;100;200;USD\n");
        Assert.Equal(100m, Assert.Single(reads.Projects()[0].Money).Amount);
        var problem = Assert.Single(reads.Problems());
        Assert.Equal("column.double", problem.Rule);
        Assert.StartsWith("“Budget” in column D means the same as “Budget” in column C", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Reference;Title;Budget USD;Budget EUR;Year\nA;One;100;90;2024\n")]
    [InlineData("Reference;Title;Budget;Total budget;Currency\nA;One;100;100;USD\n")]
    [InlineData("Reference;Title;Budget;Total budget;Currency\nA;One;;100;USD\n")]
    public void The_same_in_another_currency_or_another_column_is_not(string table) => Assert.Equal("", Given.Csv(table).Rules());

    [Fact]
    public void A_hidden_sheet_is_read_and_told()
    {
        var reads = Given.Workbook(new SheetFile().Sheet("Projects", [["Reference", "Title"], ["A", "One"]]).Sheet("Archive", [["Reference", "Title"], ["B", "Two"]], hidden: true).ToBytes());
        Assert.Equal(2, reads.Projects().Count);
        Assert.Equal(("sheet.hidden", "Archive"), (Assert.Single(reads.Problems()).Rule, reads.Problems()[0].At.Sheet));
    }

    private static List<Domain.Intake.RecordRead> Read(params object?[][] rows) => Given.Workbook(new SheetFile().Sheet("Projects", rows).ToBytes());
}
