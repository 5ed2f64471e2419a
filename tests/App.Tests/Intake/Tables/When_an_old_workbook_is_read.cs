using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Formats;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_an_old_workbook_is_read
{
    private static readonly object?[][] Rows =
    [
        ["Reference", "Title", "Country", "Planned start", "Budget", "Currency"],
        ["A-1", "Пограничные посты", "AF", "2024-02-01", 1250.5, "USD"],
        [1027, "Border posts", null, 45323, 900, "USD"],
    ];

    [Fact]
    public void A_workbook_of_Excel_97_gives_its_projects() => IsRead(OldWorkbook.Biff8("Projects", Rows));

    [Fact]
    public void A_sheet_of_Excel_4_gives_its_projects_in_the_letters_of_its_code_page() => IsRead(OldWorkbook.Biff4(1251, Rows));

    [Fact]
    public void One_that_was_cut_off_is_broken_and_not_read_in_part_without_a_word()
    {
        var whole = OldWorkbook.Biff8("Projects", [.. Rows, .. Enumerable.Range(1, 300).Select(at => new object?[] { $"B-{at}", "Title of one of many projects" })]);
        var reads = Given.Workbook(whole[..(whole.Length * 2 / 3)]);
        Assert.Contains(reads.Problems(), problem => problem.Rule == "workbook.broken");
    }

    private static void IsRead(byte[] file)
    {
        Assert.Equal(FileFormat.Xls, FormatDetector.Detect(new MemoryStream(file)).Format);
        var reads = Given.Workbook(file);
        Assert.Equal("", reads.Rules());
        var projects = reads.Projects();
        Assert.Equal(["A-1", "1027"], projects.Select(project => project.Reference.AsWritten));
        Assert.Equal(["Пограничные посты", "Border posts"], projects.Select(project => project.Title));
        Assert.Equal([new DateOnly(2024, 2, 1), new DateOnly(2024, 2, 1)], projects.Select(project => project.Dates.PlannedStart));
        Assert.Equal([new MoneyLine(MoneyKind.Budget, 1250.5m, "USD"), new MoneyLine(MoneyKind.Budget, 900m, "USD")], projects.SelectMany(project => project.Money));
        Assert.Equal("AF", Assert.Single(projects[0].Places).AsWritten);
    }
}
