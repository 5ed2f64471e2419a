namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_table_has_headings_and_totals
{
    private const string Head = "Project code;Project title;Donor;Budget (USD)\n";

    [Theory]
    [InlineData("Sub-total Afghanistan;;;300")]
    [InlineData("Total for all projects;;;300")]
    [InlineData("Итого по разделу 1;;;300")]
    [InlineData("Total général;;;300")]
    [InlineData(";Total of the programme;;300")]
    public void A_total_that_says_of_what_adds_nothing_to_the_project_above(string row)
    {
        var reads = Given.Csv(Head + "A-1;One;Japan;300\n" + row + "\nA-2;Two;Japan;200\n");
        Assert.Equal(["A-1 | One |  |  | Budget 300 USD", "A-2 | Two |  |  | Budget 200 USD"], reads.Projects().Select(Given.Shown));
        Assert.Equal("row.total@3", reads.Rules());
    }

    [Theory]
    [InlineData("A;One;100;USD;2024-01-01\r\nB;Two;250;USD;2024-01-01\r\nTotal;;350;;\r\n", "row.total@4")]
    [InlineData("A;One;100;USD;2024-01-01\r\nB;Two;250;USD;2024-01-01\r\nTotal;;450;;\r\n", "row.total-differs@4")]
    [InlineData("A;One;100;USD;2024-01-01\r\nSub-total;;100;;\r\nB;Two;250;USD;2024-01-01\r\nSub-total;;250;;\r\nTotal;;350;;\r\n", "row.total@3 row.total@5 row.total@6")]
    [InlineData("A;One;100;USD;2024-01-01\r\nSub-total;;100;;\r\nB;Two;250;USD;2024-01-01\r\nC;Three;40;USD;2024-01-01\r\nSub-total;;250;;\r\nTotal;;390;;\r\n", "row.total@3 row.total-differs@6 row.total@7")]
    [InlineData("A;One;1234,50;USD;2024-01-01\r\nB;Two;2.000,00;USD;2024-01-01\r\nTotal;;3,234.50;;\r\n", "row.total@4")]
    public void A_total_that_is_not_the_sum_of_what_stands_above_is_told(string rows, string rules) =>
        Assert.Equal(rules, Given.Csv("Reference;Title;Budget;Currency;Budget start\r\n" + rows).Rules());

    [Theory]
    [InlineData("P-1;One;;1000\nP-2;Two;;2000\n;;;3000\nP-3;Three;;500\n;;;500\n;;;3500\n", "1000 2000 500", "row.total@4 row.total@6 row.total@7")]
    [InlineData("P-1;One;;1000\nP-2;Two;;2000\n;;;4000\n", "1000 2000,4000", "row.amount-alone@4")]
    [InlineData("P-1;One;;1000\n;;Japan;2000\n", "1000,2000", "")]
    public void A_row_with_nothing_but_an_amount_is_a_total_or_is_told(string rows, string amounts, string rules)
    {
        var reads = Given.Csv(Head + rows);
        Assert.Equal(amounts, string.Join(' ', reads.Projects().Select(project => string.Join(',', project.Money.Select(line => line.Amount)))));
        Assert.Equal(rules, reads.Rules());
    }

    [Fact]
    public void A_heading_that_names_a_place_is_where_the_projects_below_lie()
    {
        var reads = Given.Csv("Project code;Project title;Donor;Budget (USD)\nAFGHANISTAN;;;\nA-1;One;Japan;100\nA-2;Two;Japan;200\nTAJIKISTAN;;;\nT-1;Three;Japan;300\nClosed projects;;;\nC-1;Four;Japan;400\n");
        Assert.Equal(["AF", "AF", "TJ", ""], reads.Projects().Select(project => string.Join(',', project.Places.Select(place => place.Code?.Value))));
        Assert.Equal(["place.of-heading@2", "place.of-heading@5"], reads.Rules().Split(' ').Where(rule => rule.StartsWith("place", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Budgets of 2024 (all amounts in thousand USD)", 1_250_000, "USD")]
    [InlineData("Montants en milliers d'euros", 1_250_000, "EUR")]
    [InlineData("Все суммы в тыс. долл. США", 1_250_000, "USD")]
    [InlineData("Projects of the ministry (in USD)", 1_250, "USD")]
    [InlineData("Projects in Pakistan", 1_250, null)]
    [InlineData("Projects (all)", 1_250, null)]
    public void A_unit_in_the_title_is_that_of_the_amounts_below_and_told(string title, int amount, string? currency)
    {
        var reads = Given.Csv($"{title};;\nReference;Title;Budget\nA;One;1250\n");
        var line = Assert.Single(Assert.Single(reads.Projects()).Money);
        Assert.Equal(((decimal)amount, currency), (line.Amount, line.Currency));
        Assert.Equal(currency is not null, reads.Rules().Contains("amount.unit-of-title@1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_of_the_column_s_own_counts_and_not_the_title_s()
    {
        var reads = Given.Csv("All amounts in thousand USD;;\nReference;Title;Budget (EUR)\nA;One;1250\n");
        Assert.Equal((1250m, "EUR"), Assert.Single(reads.Projects()[0].Money) is var line ? (line.Amount, line.Currency) : default);
    }

    [Fact]
    public void A_table_of_something_else_under_the_projects_makes_no_projects()
    {
        var reads = Given.Csv("Project ID;Title;Start;Budget;Currency\nS-1;One;2021-01-01;100;USD\n;;;;\nSeizures 2022;;;;\nCountry;Heroin (kg);Opium (kg);;\nIran;20000;500000;;\nPakistan;8000;60000;;\n");
        Assert.Equal("S-1", Assert.Single(reads.Projects()).Reference.AsWritten);
        Assert.Contains("table.not-read@5", reads.Rules(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_donor_whose_name_begins_so_is_no_total()
    {
        var project = Assert.Single(Given.Csv(Head + "A-1;One;Japan;100\n;;Total SA;5\n").Projects());
        Assert.Equal(["Japan", "Total SA"], project.Organisations.Select(organisation => organisation.Organisation.Name));
    }

    [Fact]
    public void A_project_whose_title_begins_so_is_no_total() =>
        Assert.Equal("reference.missing@2", Given.Csv(Head + ";Total ban on precursors;Japan;100\n").Rules());

    [Theory]
    [InlineData("Projects 2022")]
    [InlineData("2. Pipeline projects")]
    [InlineData("III. Closed")]
    [InlineData("Projects of the ministry")]
    public void A_heading_is_named_and_left_out(string heading)
    {
        var reads = Given.Csv(Head + heading + "\nA-1;One;Japan;100\n");
        Assert.Equal("A-1", Assert.Single(reads.Projects()).Reference.AsWritten);
        Assert.Equal("row.note@2", reads.Rules());
    }

    [Theory]
    [InlineData("A-17")]
    [InlineData("17")]
    [InlineData("I.17")]
    public void A_reference_without_a_title_is_none(string reference) =>
        Assert.Equal("title.missing@2", Given.Csv(Head + reference + "\n").Rules());

    [Theory]
    [InlineData("1;2;3;4")]
    [InlineData("(a);(b);(c);(d)")]
    public void A_row_that_counts_the_columns_is_no_project(string labels)
    {
        var reads = Given.Csv(Head + labels + "\nA-1;One;Japan;100\n");
        Assert.Equal("A-1", Assert.Single(reads.Projects()).Reference.AsWritten);
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void Cells_beyond_the_last_column_are_kept_and_named()
    {
        var reads = Given.Csv(Head + "A-1;One;Japan;100;more;;still\nA-2;Two;Japan;100;;\n");
        Assert.Equal(["E=more", "G=still"], reads.Projects()[0].Extras.Select(extra => $"{extra.Name}={extra.Value}"));
        Assert.Equal("row.too-wide@2", reads.Rules());
        Assert.Equal("E", reads.Problems()[0].At.Column);
    }

    [Fact]
    public void Columns_that_most_rows_have_and_the_header_does_not_are_named_once() =>
        Assert.Equal("column.unknown@1", Given.Csv(Head + "A-1;One;Japan;100;x\nA-2;Two;Japan;100;y\n").Rules());

    [Fact]
    public void Rows_of_zero_bytes_are_blank() =>
        Assert.Equal("", Given.Csv("Reference,Title\nA-1,One\n\0\0\0\0\n\0,\u0007\n").Rules());

    [Theory]
    [InlineData("Project title;Border control\nProject code;A-1\nDonor;Japan\nCountry;Iran\n")]
    [InlineData("Project code:;A-1;A-2\nProject title:;One;Two\nCountry:;Iran;Pakistan\n")]
    public void One_whose_names_of_columns_stand_in_the_first_column_is_refused_with_what_to_do(string text) => Assert.Equal("table.turned@1", Given.Csv(text).Rules());

    [Theory]
    [InlineData("\"", "\"")]
    [InlineData("", "")]
    public void A_cell_of_a_million_letters_hurts_no_other_row(string open, string close)
    {
        var reads = Given.Csv($"Reference,Title,Description\nA,One,{open}{new string('x', 3_000_000)}{close}\nB,Two,y\n");
        Assert.Equal(["A", "B"], reads.Projects().Select(project => project.Reference.AsWritten));
        Assert.Equal("text.too-long@2", reads.Rules());
        Assert.Equal("y", reads.Projects()[1].Descriptions[0].Narratives[0].Text);
    }
}
