using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Formats;

namespace ParisPact.Tests.Intake.Tables;

public sealed class When_a_workbook_is_read
{
    [Fact]
    public void Every_sheet_with_a_table_of_projects_is_read_and_the_others_are_named()
    {
        var reads = Given.Workbook(new SheetFile()
            .Sheet("Read me", [["This workbook lists our projects."], [], ["Ask us for more."]])
            .Sheet("2023", [["Reference", "Title"], ["A-1", "One"]])
            .Sheet("Empty", [])
            .Sheet("2024", [["Projects of 2024"], [], ["Title", "Reference"], ["Two", "A-2"]], hidden: true)
            .ToBytes());
        Assert.Equal([("A-1", "2023", 2), ("A-2", "2024", 4)], reads.Where(read => !read.IsOfFile).Select(read => (read.Reference!, read.At.Sheet!, read.At.Line!.Value)));
        Assert.Equal([("sheet.hidden", "2024"), ("sheet.not-read", "Read me")], reads.Problems().Select(each => (each.Rule, each.At.Sheet!)));
        var problem = reads.Problems()[1];
        Assert.Equal(Severity.Warning, problem.Severity);
        Assert.Contains("“Read me”", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_of_two_rows_with_merged_cells_is_read_as_one()
    {
        var reads = Given.Workbook(new SheetFile().Sheet("Sheet1",
            [
                ["Project", null, "Planned", null, "Actual", null, "Budget", null, "Organisation", null],
                ["ID", "Title", "Start", "End", "Start", "End", "Amount", "Currency", "Donor", "Implementing"],
                ["A-1", "One", new DateOnly(2024, 1, 1), new DateOnly(2025, 12, 31), new DateOnly(2024, 2, 1), null, 1250.5, "USD", "Japan", "UNODC"],
            ],
            ["A1:B1", "C1:D1", "E1:F1", "G1:H1", "I1:J1"]).ToBytes());
        var project = Assert.Single(reads.Projects());
        Assert.Equal(new ProjectDates(new DateOnly(2024, 1, 1), new DateOnly(2024, 2, 1), new DateOnly(2025, 12, 31)), project.Dates);
        Assert.Equal(("A-1", 3), (project.Reference.AsWritten, reads[0].At.Line));
        Assert.Equal(new MoneyLine(MoneyKind.Budget, 1250.5m, "USD"), Assert.Single(project.Money));
        Assert.Equal([OrganisationRole.Funding, OrganisationRole.Implementing], project.Organisations.Select(organisation => organisation.Role));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Serial_days_of_both_systems_are_read_as_days(bool date1904)
    {
        var reads = Given.Workbook(new SheetFile { Date1904 = date1904 }.Sheet("Sheet1", [["Reference", "Title", "Start date", "End date"], ["A-1", "One", new DateOnly(2024, 3, 5), new DateOnly(2026, 12, 31)]]).ToBytes());
        Assert.Equal(new ProjectDates(PlannedStart: new DateOnly(2024, 3, 5), PlannedEnd: new DateOnly(2026, 12, 31)), Assert.Single(reads.Projects()).Dates);
    }

    [Fact]
    public void Numbers_percentages_formulas_and_truths_are_what_the_sheet_shows()
    {
        var reads = Given.Workbook(new SheetFile().Sheet("Sheet1",
            [
                ["Project ID", "Title", "Country", "Country %", "Budget (USD)", "Start date", "End date", "Approved"],
                [3109630.0, "One", "AF; PK", "60; 40", SheetFile.Raw("str", "<f>SUM(A1:A2)</f><v>1,200</v>"), 2024.0, 45657.0, SheetFile.Raw("b", "<v>1</v>")],
                [1e15, "Two", "AF", SheetFile.Percent(0.25), 0.1 + 0.2, null, null, null],
            ]).ToBytes());
        var projects = reads.Projects();
        Assert.Equal(["3109630", "1000000000000000"], projects.Select(project => project.Reference.AsWritten));
        Assert.Equal([60m, 40m, 25m], projects.SelectMany(project => project.Places).Select(place => place.Percentage!.Value));
        Assert.Equal([1200m, 0.3m], projects.SelectMany(project => project.Money).Select(line => line.Amount));
        Assert.Equal((new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)), (projects[0].Dates.Start!.Value, projects[0].Dates.End!.Value));
        Assert.Contains(new Extra("Approved", "Yes"), projects[0].Extras);
    }

    [Fact]
    public void A_formulas_error_is_an_empty_cell()
    {
        var reads = Given.Workbook(new SheetFile().Sheet("Sheet1", [["Reference", "Title", "Status", "Budget (USD)"], ["A-1", "One", SheetFile.Raw("e", "<v>#N/A</v>"), SheetFile.Raw("e", "<v>#REF!</v>")]]).ToBytes());
        var project = Assert.Single(reads.Projects());
        Assert.Null(project.Status);
        Assert.Empty(project.Money);
        Assert.Empty(project.Extras);
    }

    [Fact]
    public void Rows_that_the_sheet_leaves_out_count()
    {
        var reads = Given.Workbook(new SheetFile().Sheet("Sheet1", [["Reference", "Title"], [], [], ["A-1", "One"]], firstRow: 7).ToBytes());
        Assert.Equal(10, Assert.Single(reads).At.Line);
    }

    [Fact]
    public void Hashtags_decide_before_the_words_above_them()
    {
        var reads = Given.Workbook(new SheetFile().Sheet("3W",
            [
                ["Quién hace qué dónde"],
                ["Código", "Qué", "Quién", "Dónde", "Notas"],
                ["#activity+code", "#activity+name", "#org+impl", "#adm1+name", null],
                ["A-1", "Higiene", "UNICEF", "Kandahar", "x"],
                ["A-1", "Higiene", "UNICEF", "Helmand", "y"],
            ]).ToBytes());
        var project = Assert.Single(reads.Projects());
        Assert.Equal(["AF-KAN", "AF-HEL"], project.Places.Select(place => place.Code!.Value.Value));
        Assert.Equal([new Extra("Notas", "x"), new Extra("Notas", "y")], project.Extras);
    }

    [Fact]
    public void A_cell_beyond_the_last_column_is_refused_before_anything_reads_it()
    {
        var bytes = new SheetFile().Sheet("Sheet1", [["Reference", "Title"]]).ToBytes();
        var wide = Replace(bytes, "<row r=\"1\">", "<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c>");
        using var file = new MemoryStream(wide);
        Assert.Equal("table.too-wide", FormatDetector.Detect(file).Refusal?.Rule);
    }

    [Fact]
    public void A_broken_workbook_gives_one_fatal_problem()
    {
        var bytes = new SheetFile().Sheet("Sheet1", [["Reference", "Title"], ["A-1", "One"]]).ToBytes();
        foreach (var broken in (byte[][])[Replace(bytes, "</sheetData>", ""), Replace(bytes, "<is>", "<is"), Replace(bytes, "</is></c>", "</is>")])
        {
            var problem = Given.Workbook(broken).Problems().FirstOrDefault(problem => problem.Severity == Severity.Fatal);
            Assert.NotNull(problem);
        }
    }

    private static byte[] Replace(byte[] workbook, string text, string with)
    {
        using var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new System.IO.Compression.ZipArchive(file, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open())) xml = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            writer.Write(xml.Replace(text, with, StringComparison.Ordinal));
        }

        return file.ToArray();
    }
}
