using System.Text;
using CsCheck;
using ParisPact.Domain.Intake.Tables;
using ParisPact.Functions.Intake.Formats;
using ParisPact.Functions.Intake.Tables;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_table_is_written
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1+2", "'+1+2")]
    [InlineData("-1+2", "'-1+2")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData(" =1", "' =1")]
    [InlineData("\u0000=1", "'\u0000=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData("2024-01-01", "2024-01-01")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("'=1", "''=1")]
    public void Nothing_in_it_is_a_formula_and_numbers_stay(string text, string expected) => Assert.Equal(expected, SafeCell.Of(text));

    [Fact]
    public void What_made_it_safe_is_taken_off_again() => Gen.Select(Gen.Char["' \t\0=+-@|x＝1"].Array[0, 4], Gen.String).Sample(
        (before, after) => Assert.Equal(new string(before) + after, SafeCell.Bare(SafeCell.Of(new string(before) + after)).ToString()), iter: 5_000);

    [Fact]
    public void No_text_becomes_a_formula() => Gen.String.Sample(text =>
        Assert.DoesNotContain(SafeCell.Of(text).TrimStart().FirstOrDefault('x'), "=@"), iter: 5_000);

    [Fact]
    public void The_template_as_a_csv_file_reads_back_without_a_problem()
    {
        using var file = new MemoryStream();
        TemplateFiles.WriteCsv(file, example: true);
        Assert.Equal([0xEF, 0xBB, 0xBF], file.ToArray()[..3]);
        IsTheExample(Given.Csv(file.ToArray()));
    }

    [Fact]
    public void The_template_as_a_workbook_reads_back_without_a_problem()
    {
        using var file = new MemoryStream();
        TemplateFiles.WriteXlsx(file, example: true);
        Assert.Equal(FileFormat.Xlsx, FormatDetector.Detect(file).Format);
        IsTheExample(Given.Workbook(file.ToArray()));
    }

    [Fact]
    public void The_empty_template_is_a_table_without_projects()
    {
        using var file = new MemoryStream();
        TemplateFiles.WriteXlsx(file);
        Assert.Empty(Given.Workbook(file.ToArray()).Projects());
        Assert.DoesNotContain(Given.Workbook(file.ToArray()).Problems(), problem => problem.Severity == Domain.Intake.Severity.Error);
    }

    [Fact]
    public void Cells_with_quotation_marks_delimiters_and_line_breaks_read_back()
    {
        using var file = new MemoryStream();
        using (var csv = new CsvWriting(file))
        {
            csv.Cells("Reference", "Title");
            csv.EndRow();
            csv.Cells("A-1", "One \"two\", three;\nfour");
            csv.EndRow();
        }

        Assert.Equal("One \"two\", three; four", Assert.Single(Given.Csv(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(file.ToArray()))).Projects()).Title);
    }

    private static void IsTheExample(List<Domain.Intake.RecordRead> reads)
    {
        Assert.Equal("", reads.Rules());
        var project = Assert.Single(reads.Projects());
        Assert.Equal("SAMPLE-2024-001", project.Reference.AsWritten);
        Assert.Equal(["TJ", "AF"], project.Places.Select(place => place.Code!.Value.Value));
        Assert.Equal(["yellow"], project.Papers);
        Assert.Empty(project.Extras);
        Assert.Equal(Template.Columns.Single(column => column.Name == "Title").Example, project.Title);
    }
}
