using System.Text;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Tables;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_csv_file_is_read
{
    private const string French = "Référence;Intitulé du projet;Pays\nA-1;Sécurité à la frontière;Afghanistan\n";
    private const string Russian = "Номер проекта;Название проекта;Страна\nA-1;Укрепление границы;Афганистан\nA-2;Лаборатория;Таджикистан\n";

    [Fact]
    public void Any_encoding_gives_the_same_text()
    {
        Encoding[] marked = [new UTF8Encoding(true), new UTF8Encoding(false), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false), TextEncoding.Windows(1252)];
        foreach (var encoding in marked)
        {
            var reads = Given.Csv([.. encoding.GetPreamble(), .. encoding.GetBytes(French)]);
            Assert.Equal("Sécurité à la frontière", Assert.Single(reads.Projects()).Title);
            Assert.Equal(encoding is { CodePage: 1252 } ? "text.encoding@" : "", reads.Rules());
        }
    }

    [Fact]
    public void Cyrillic_is_told_from_western_accents()
    {
        var reads = Given.Csv(TextEncoding.Windows(1251).GetBytes(Russian));
        Assert.Equal(["Укрепление границы", "Лаборатория"], reads.Projects().Select(project => project.Title));
        Assert.Equal(["AF", "TJ"], reads.Projects().Select(project => project.Places[0].Code?.Value));
    }

    [Fact]
    public void An_accent_far_down_the_file_decides_as_well()
    {
        var text = "Reference,Title\n" + string.Concat(Enumerable.Range(1, 20_000).Select(number => $"A-{number},Plain title\n")) + "B-1,Sécurité\n";
        var reads = Given.Csv(TextEncoding.Windows(1252).GetBytes(text));
        Assert.Equal("Sécurité", reads.Projects()[^1].Title);
    }

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Any_delimiter_is_told_also_where_cells_hold_the_others(char delimiter)
    {
        var text = "Reference,Title,Country,Budget (USD)\nA-1,\"Roads; bridges | and, posts\",\"AF; PK\",\"1.5\"\nA-2,Two,AF,2\n";
        var columns = text.Replace(",", delimiter.ToString(), StringComparison.Ordinal).Replace($"bridges | and{delimiter}", "bridges | and,", StringComparison.Ordinal);
        var project = Given.Csv(columns).Projects()[0];
        Assert.Equal("Roads; bridges | and, posts", project.Title);
        Assert.Equal(["AF", "PK"], project.Places.Select(place => place.Code!.Value.Value));
    }

    [Fact]
    public void Excels_line_that_names_the_delimiter_is_obeyed_and_is_no_row()
    {
        var reads = Given.Csv("sep=|\r\nReference|Title\r\nA-1|One, two; three\r\n");
        Assert.Equal("One, two; three", Assert.Single(reads.Projects()).Title);
        Assert.Equal(3, reads[0].At.Line);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_are_counted_as_an_editor_shows_them(string lineBreak)
    {
        var text = string.Join(lineBreak, "Projects of the year", "", "Reference,Title,Description", "A-1,\"One", "and more\",\"x", "", "y\"", "A-2,Two,", "", "A-3,Three,\"z\"", "");
        var reads = Given.Csv(text);
        Assert.Equal([("A-1", 4), ("A-2", 8), ("A-3", 10)], reads.Where(read => !read.IsOfFile).Select(read => (read.Reference!, read.At.Line!.Value)));
        Assert.Equal("One and more", reads.Projects()[0].Title);
    }

    [Fact]
    public void Line_breaks_of_two_letters_count_once_across_blocks_of_reading()
    {
        var text = new StringBuilder("Reference,Title,Description\r\n");
        for (var number = 1; number <= 3_000; number++) text.Append($"A-{number},\"T\r\n{new string('x', number % 97)}\",\"d\r\n\r\ne\"\r\n");
        var reads = Given.Csv(text.ToString()).Where(read => !read.IsOfFile).ToList();
        Assert.Equal(3_000, reads.Count);
        Assert.All(reads.Index(), read => Assert.Equal(2 + (read.Index * 4), read.Item.At.Line));
    }

    [Fact]
    public void Quotation_marks_inside_a_cell_are_letters()
    {
        var reads = Given.Csv("Reference,Title\nA-1,5\" pipes\nA-2,\"The \"\"Green\"\" plan\"\nA-3,\"One\" two\nA-4, \"with, comma\"\n");
        Assert.Equal(["5\" pipes", "The \"Green\" plan", "One two", "with, comma"], reads.Projects().Select(project => project.Title));
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_refuses_the_file_and_says_where_it_opens()
    {
        var reads = Given.Csv("Reference,Title\nA-1,One\nA-2,\"Two\nA-3,Three\nA-4,Four\n");
        var problem = Assert.Single(reads.Problems(), problem => problem.Severity == Severity.Fatal);
        Assert.Equal(("csv.quote-unterminated", 3), (problem.Rule, problem.At.Line!.Value));
    }

    [Fact]
    public void A_quotation_mark_that_another_cell_closes_refuses_the_file_too()
    {
        var reads = Given.Csv("Reference,Title\nA-1,\"One\nA-2,\"Two\"\nA-3,Three\n");
        var problem = Assert.Single(reads.Problems(), problem => problem.Severity == Severity.Fatal);
        Assert.Equal(("csv.quote-misplaced", 2), (problem.Rule, problem.At.Line!.Value));
    }

    [Fact]
    public void Ragged_rows_are_read_as_far_as_they_go()
    {
        var reads = Given.Csv("Reference,Title,Country\nA-1,One\nA-2,Two,AF,more,still more\nA-3,Three,PK\n");
        Assert.Equal(["A-1", "A-2", "A-3"], reads.Projects().Select(project => project.Reference.AsWritten));
    }

    [Fact]
    public void Control_characters_are_taken_out()
    {
        var reads = Given.Csv("Reference,Title\nA\0-1,One\u0007 \u0001two\n");
        var project = Assert.Single(reads.Projects());
        Assert.Equal(("A-1", "One two"), (project.Reference.AsWritten, project.Title));
    }

    [Fact]
    public void A_header_of_a_million_columns_is_refused_in_little_memory()
    {
        var bytes = Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 1_000_000).Select(number => $"c{number}")) + "\n");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var reads = Given.Csv(bytes);
        Assert.Equal("table.too-wide@1", reads.Rules());
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32 << 20);
    }

    [Theory]
    [InlineData("just some text", "table.no-header")]
    [InlineData("a,b\n1,2\n3,4\n", "table.no-header")]
    [InlineData("Organisation,Sector,Country\nOrg A,WASH,AF\n", "reference.no-column")]
    [InlineData("Reference,Country,Sector\nA-1,AF,16063\n", "title.no-column")]
    public void A_table_that_is_none_of_projects_says_what_is_missing(string text, string rule)
    {
        var problem = Assert.Single(Given.Csv(text).Problems());
        Assert.Equal((rule, Severity.Fatal), (problem.Rule, problem.Severity));
        Assert.NotNull(problem.Suggestion);
    }

    [Fact]
    public void A_title_of_64_KB_is_cut_and_named()
    {
        var reads = Given.Csv($"Reference,Title,Description\nA-1,{new string('x', 65_536)},{new string('y', 40_000)}\n");
        var project = Assert.Single(reads.Projects());
        Assert.Equal((1_000, 32_000), (project.Title.Length, project.Descriptions[0].Narratives[0].Text.Length));
        Assert.Equal("text.too-long@2 text.too-long@2", reads.Rules());
    }
}
