using System.Text;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Tests.Intake.Tables;

namespace ParisPact.Tests.Projects.Exports;

public sealed class When_a_table_is_edited_and_sent_back
{
    private static readonly Project Sample = new()
    {
        Partner = PartnerId.Parse("sample"),
        Reference = ProjectReference.From("X-1")!,
        Titles = [new Narrative("Border posts", "en"), new Narrative("Postes frontière", "fr")],
        Descriptions = [new Description(1, [new Narrative("Trains officers", "en"), new Narrative("Forme des agents", "fr")]), new Description(4, [new Narrative("Other words", "en")])],
        Organisations =
        [
            new Participation(OrganisationRole.Implementing, new OrganisationName("Sample; agency", "XM-SAMPLE-1", 80)),
            new Participation(OrganisationRole.Implementing, new OrganisationName("Other \"sample\" agency", null, 21)),
        ],
        Places = [new PlaceShare(PlaceCode.Parse("AF"), "AF", 60m), new PlaceShare(PlaceCode.Parse("AF-FRA"), "AF-FRA", 40m)],
        Related = [new RelatedActivity(1, "P-1"), new RelatedActivity(2, "C-1")],
        OtherIdentifiers = [new OtherIdentifier("A-1", "A1")],
        Hierarchy = 2,
        Extras = [new Extra("Country", "kept as it is"), new Extra("note", "one"), new Extra("note", "two")],
    };

    /// <summary>With an amount of a kind that has no column.</summary>
    private static readonly Project Detailed = Sample with { Money = [new MoneyLine(MoneyKind.Other, 5m, "USD", null, new DateOnly(2025, 1, 1), null, "99")] };

    [Fact]
    public void What_has_no_column_in_the_template_stands_behind_in_columns_that_a_reader_understands()
    {
        var header = Csv(Sample).Split("\r\n")[0].TrimStart('\uFEFF');
        Assert.EndsWith(
            "Register partner,Language,Title (fr),Description (fr),Other description,Implementing organisation reference,Implementing organisation type,Other identifier type,Parent project,Child projects,Hierarchy,Extra: Country,Extra: note",
            header, StringComparison.Ordinal);
        Assert.StartsWith("Reference,Title,Description,Status,", header, StringComparison.Ordinal);
        Assert.Empty(Differences.Between(Sample, Assert.Single(Given.Csv(Csv(Sample)).Projects())));
    }

    [Fact]
    public void Only_columns_that_a_project_needs_are_there() =>
        Assert.EndsWith(",Register partner", Csv(new Project { Partner = Sample.Partner, Reference = Sample.Reference, Titles = [new Narrative("T")] }).Split("\r\n")[0], StringComparison.Ordinal);

    [Fact]
    public void A_name_with_a_separator_in_it_stands_between_quotation_marks() =>
        Assert.Contains("\"\"\"Sample; agency\"\"; Other \"\"sample\"\" agency\"", Csv(Sample), StringComparison.Ordinal);

    [Fact]
    public void An_edited_cell_counts_and_nothing_else_changes()
    {
        var read = Assert.Single(Given.Csv(Csv(Sample).Replace("Postes frontière", "Postes de frontière", StringComparison.Ordinal)).Projects());
        var change = Assert.Single(Differences.Between(Sample, read));
        Assert.Equal("titles", change.Field);
    }

    [Fact]
    public void What_no_column_can_say_stays_with_the_project_when_other_cells_are_edited()
    {
        var csv = Csv(Detailed);
        Assert.Contains("Register details (JSON)", csv, StringComparison.Ordinal);
        var reads = Given.Csv(csv.Replace("Border posts", "Border crossings", StringComparison.Ordinal));
        Assert.Equal(["title"], Differences.Between(Detailed, Assert.Single(reads.Projects())).Select(change => change.Field));
    }

    [Fact]
    public void Where_the_cells_of_a_field_are_edited_they_count_and_not_its_details()
    {
        var csv = Csv(Detailed);
        var row = csv.Split("\r\n")[1].Split(',');
        var columns = csv.Split("\r\n")[0].Split(',');
        (row[Array.IndexOf(columns, "Budget")], row[Array.IndexOf(columns, "Currency")]) = ("10", "EUR");
        var read = Assert.Single(Given.Csv($"{columns[0]}{csv.Split("\r\n")[0][columns[0].Length..]}\r\n{string.Join(',', row)}\r\n").Projects());
        Assert.Equal([new MoneyLine(MoneyKind.Budget, 10m, "EUR")], read.Money);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("[1]")]
    [InlineData("{\"money\":{\"columns\":\"\"}}")]
    [InlineData("{\"money\":{\"columns\":\"\",\"value\":[{\"kind\":\"nonsense\"}]}}")]
    [InlineData("{\"money\":7}")]
    public void Details_that_nobody_exported_are_told_and_the_columns_count(string details)
    {
        var reads = Given.Csv($"Reference,Title,Register details (JSON)\nX-1,T,\"{details.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n");
        Assert.Equal("T", Assert.Single(reads.Projects()).Title);
        Assert.Equal("details.not-understood@2", reads.Rules());
    }

    private static string Csv(Project project) => Encoding.UTF8.GetString(Export.Csv(project));
}
