using System.Text;
using System.Text.Json;
using CsCheck;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Json;
using ParisPact.Tests.Intake.Tables;

namespace ParisPact.Tests.Intake.Json;

public sealed class When_a_json_file_is_read
{
    private const string Whole = """
        {
          "projects": [
            {
              "reference": "A-1", "title": "Border posts", "status": "implementation",
              "dates": { "plannedStart": "2024-01-01", "plannedEnd": "2026-12-31" },
              "organisations": [ { "role": "funding", "name": "Japan" }, { "role": 4, "name": "UNODC", "reference": "XM-DAC-41128" } ],
              "places": [ "AF-KAN", { "code": "TJ", "percentage": 40 } ],
              "sectors": [ "16063", { "vocabulary": "99", "code": "own" } ],
              "papers": ["Green"],
              "budgets": [ { "amount": 1250000.50, "currency": "usd", "periodStart": "2024-01-01", "periodEnd": "2026-12-31" } ],
              "money": [ { "kind": "commitment", "amount": 1, "currency": "EUR", "valueDate": "2024-03-05" } ]
            },
            { "reference": "A-2", "titles": [ { "text": "Labs", "language": "en" } ] }
          ]
        }
        """;

    [Fact]
    public void Its_projects_are_what_it_says()
    {
        var reads = Read(Whole);
        var project = reads.Projects()[0];
        Assert.Equal("A-1 | Border posts | AF-KAN, TJ 40% | 1:16063, 99:own | Budget 1250000.5 USD, Commitment 1 EUR", project.Shown());
        Assert.Equal(["green"], project.Papers);
        Assert.Equal(["A-1", "A-2"], reads.Projects().Select(each => each.Reference.AsWritten));
        Assert.Equal([(3, "/projects/0"), (13, "/projects/1")], reads.Select(read => (read.At.Line!.Value, read.At.Path!)));
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void What_nobody_understands_in_nested_objects_is_kept_and_named()
    {
        var reads = Read("""[{"reference":"A","title":"One","organisations":[{"name":"UNODC","role":"funding","phone":"1"}],"budgets":[{"amount":1,"currency":"USD","share":{"a":2}}],"places":[{"code":"AF","altitude":3}]}]""");
        Assert.Equal("property.unknown@1 property.unknown@1 property.unknown@1", reads.Rules());
        Assert.Equal(
            [new Extra("budgets.0.share", "{\"a\":2}"), new Extra("organisations.0.phone", "1"), new Extra("places.0.altitude", "3")],
            Assert.Single(reads.Projects()).Extras.OrderBy(static extra => extra.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void A_project_by_itself_is_one()
    {
        var read = Assert.Single(Read("""{ "title": "One", "reference": "A" }"""));
        Assert.Equal(("A", "", 1), (read.Project!.Reference.AsWritten, read.At.Path, read.At.Line));
    }

    [Fact]
    public void Projects_on_lines_of_their_own_are_read_one_by_one()
    {
        var reads = Read("{\"reference\":\"A\",\"title\":\"One\"}\n{\"reference\":\"B\",\"title\":\"Two\",\"sea\":1}\n{\"reference\":\"C\"}\n");
        Assert.Equal([("A", 1), ("B", 2), ("C", 3)], reads.Select(read => (read.Reference!, read.At.Line!.Value)));
        Assert.Equal([("property.unknown", "/1/sea"), ("title.missing", "/2")], reads.Problems().Select(problem => (problem.Rule, problem.At.Path!)));
    }

    [Fact]
    public void An_object_with_an_array_of_projects_is_no_project_whatever_else_it_says() =>
        Assert.Equal("A", Assert.Single(Read("""{ "title": "Our projects", "projects": [ { "reference": "A", "title": "One" } ], "reference": "list" }""").Projects()).Reference.AsWritten);

    [Fact]
    public void A_long_object_that_is_none_is_passed_over() =>
        Assert.Equal("A", Assert.Single(Read("{ \"about\": \"" + new string('x', 200_000) + "\", \"projects\": [ { \"reference\": \"A\", \"title\": \"One\" } ] }").Projects()).Reference.AsWritten);

    [Fact]
    public void An_amount_between_quotation_marks_is_one_where_it_can_be_read_in_one_way()
    {
        var reads = Read("""[{"reference":"A","title":"One","budgets":[{"amount":"1000","currency":"USD"},{"amount":"1 250,50","currency":"EUR"}]},{"reference":"B","title":"Two","budgets":[{"amount":"1,273","currency":"EUR"},{"amount":"5 m","currency":"EUR"}]}]""");
        Assert.Equal([1000m, 1250.5m], Assert.Single(reads.Projects()).Money.Select(line => line.Amount));
        Assert.Equal(["json.type", "json.type"], reads.Problems().Select(problem => problem.Rule));
    }

    [Fact]
    public void A_kind_that_contradicts_its_array_is_kept_and_told()
    {
        var reads = Read("""[{"reference":"A","title":"One","budgets":[{"amount":1,"currency":"USD","kind":"budget"},{"amount":2,"currency":"USD","kind":"pledge"}]}]""");
        var project = Assert.Single(reads.Projects());
        Assert.Equal([MoneyKind.Budget, MoneyKind.Budget], project.Money.Select(line => line.Kind));
        Assert.Equal(new Extra("budgets.1.kind", "pledge"), Assert.Single(project.Extras));
        Assert.Equal("amount.kind-differs@1", reads.Rules());
    }

    [Fact]
    public void What_is_not_understood_in_its_own_fields_is_kept_as_written()
    {
        var reads = Read("""[{"reference":"A","title":"One","status":"somehow","papers":["Brown"],"website":"see there","lastUpdated":"lately"}]""");
        Assert.Equal(
            [new Extra("lastUpdated", "lately"), new Extra("papers.0", "Brown"), new Extra("status", "somehow"), new Extra("website", "see there")],
            Assert.Single(reads.Projects()).Extras.OrderBy(static extra => extra.Name, StringComparer.Ordinal));
        Assert.All(reads.Problems(), problem => Assert.Contains("kept as written", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_lacks_its_name_is_left_out_with_a_word()
    {
        var reads = Read("""[{"reference":"A","title":"One","organisations":[{"role":"funding","type":10}],"related":[{"type":1}],"otherIdentifiers":[{"type":"A1"}],"extras":[{"value":"lost"}]}]""");
        Assert.Equal(
            ["extra.name-missing", "identifier.reference-missing", "organisation.name-missing", "related.reference-missing"],
            reads.Problems().Select(static problem => problem.Rule).Order());
        Assert.Single(reads.Projects());
    }

    [Theory]
    [InlineData("\"start\":\"2024-01-01\",\"end\":\"2025-12-31\"", "2024-01-01", "2025-12-31")]
    [InlineData("\"actualStart\":\"2024-02-01\",\"start\":\"2024-01-01\"", "2024-02-01", null)]
    public void A_start_and_an_end_that_do_not_say_which_count_where_there_is_no_other(string dates, string start, string? end)
    {
        var project = Assert.Single(Read("[{\"reference\":\"A\",\"title\":\"One\",\"dates\":{" + dates + "}}]").Projects());
        Assert.Equal(DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), project.Dates.Start);
        Assert.Equal(end, project.Dates.End?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void An_organisation_with_only_a_name_gets_what_the_list_knows_and_one_that_says_it_has_none_does_not()
    {
        var reads = Read("""[{"reference":"A","title":"One","organisations":[{"role":1,"name":"UNODC"},{"role":1,"name":"UNODC","reference":null},{"role":1,"name":"UNODC","type":null},{"role":1,"name":"UNODC","reference":null,"type":null},{"role":1,"name":"Nobody knows it","reference":null,"type":null}]}]""");
        Assert.Equal(
            [new("UNODC", "XM-DAC-41128", 40), new("UNODC", null, 40), new("UNODC", "XM-DAC-41128"), new("UNODC"), new("Nobody knows it")],
            Assert.Single(reads.Projects()).Organisations.Select(static one => one.Organisation));
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void A_place_or_theme_is_looked_for_unless_it_says_that_it_has_no_code()
    {
        var reads = Read("""[{"reference":"A","title":"One","places":[{"name":"Kandahar"},{"code":null,"name":"Kandahar"},{"code":null,"asWritten":"Kandahar"},{"asWritten":"998"},{"code":null,"asWritten":"998"}],"themes":[{"asWritten":"Border management"},{"theme":null,"asWritten":"Border management"}]}]""");
        var project = Assert.Single(reads.Projects());
        Assert.Equal(["AF-KAN", "AF-KAN", null, null, null], project.Places.Select(static place => place.Code?.Value));
        Assert.Equal([null, null, null, 998, null], project.Places.Select(static place => place.Region));
        Assert.Equal(["border-management", null], project.Themes.Select(static theme => theme.Theme));
        Assert.Equal("", reads.Rules());
    }

    [Fact]
    public void A_sector_keeps_its_code_where_it_names_its_vocabulary()
    {
        var reads = Read("""[{"reference":"A","title":"One","sectors":[{"code":"160"},{"vocabulary":"1","code":"160"},{"vocabulary":"1","code":"16063"},{"code":"Narcotics control"}]}]""");
        Assert.Equal("A | One |  | 2:160, 1:160, 1:16063, 1:16063 | ", Assert.Single(reads.Projects()).Shown());
        Assert.Equal("sector.unknown@1", reads.Rules());
    }

    [Fact]
    public void What_other_files_may_say_is_no_reason_to_refuse_a_record()
    {
        var reads = Read("""[{"reference":"A","title":"One","hierarchy":0,"places":[{"code":"AF","percentage":90},{"code":"TJ","percentage":60}],"dates":{"plannedStart":"1398-05-01","actualStart":"1900-01-01"}}]""");
        var project = Assert.Single(reads.Projects());
        Assert.Equal((0, new DateOnly(1398, 5, 1), new DateOnly(1900, 1, 1)), (project.Hierarchy, project.Dates.PlannedStart, project.Dates.ActualStart));
        Assert.Equal(["date.unlikely", "date.unlikely", "places.percentages"], reads.Problems().Select(static problem => problem.Rule).Order());
        Assert.All(reads.Problems(), static problem => Assert.Equal(Severity.Warning, problem.Severity));
    }

    [Fact]
    public void Identifiers_stand_as_they_are_on_one_line()
    {
        var project = Assert.Single(Read("""[{"reference":" A  1\n<b>&amp; ","title":"One","organisations":[{"role":1,"name":"x","reference":"X &amp; Y"}],"related":[{"reference":"a  b"}],"website":"https://example.org/?a=1&amp;b=2"}]""").Projects());
        Assert.Equal(("A  1 <b>&amp;", "X &amp; Y", "a  b", "https://example.org/?a=1&amp;b=2"), (project.Reference.AsWritten, project.Organisations[0].Organisation.Reference, project.Related[0].Reference, project.Website));
    }

    [Theory]
    [InlineData("\"title\":\"Un\",\"titles\":[{\"text\":\"Un\",\"language\":\"fr\"},{\"text\":\"One\"}]", "Un fr, One ")]
    [InlineData("\"title\":\"x\",\"titles\":[{\"text\":\"x\"},{\"text\":\"x\",\"language\":\"en\"},{\"text\":\"x\"}]", "x , x en, x ")]
    [InlineData("\"titles\":[{\"text\":\"Un\",\"language\":\"fr\"}],\"title\":\"One\"", "One , Un fr")]
    public void A_title_that_stands_among_the_titles_is_none_of_its_own(string titles, string expected) =>
        Assert.Equal(expected, string.Join(", ", Assert.Single(Read("[{\"reference\":\"A\"," + titles + "}]").Projects()).Titles.Select(static title => $"{title.Text} {title.Language}")));

    [Fact]
    public void A_bare_array_and_a_list_of_the_register_are_read_too()
    {
        Assert.Equal("A", Assert.Single(Read("""[{"reference":"A","title":"One"}]""").Projects()).Reference.AsWritten);
        Assert.Equal("A", Assert.Single(Read("""{"next":null,"items":[{"reference":"A","title":"One"}],"more":{"projects":[1]}}""").Projects()).Reference.AsWritten);
    }

    [Fact]
    public void Any_encoding_gives_the_same()
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, new UnicodeEncoding(false, false)])
            Assert.Equal(2, Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Whole)]).Projects().Count);
    }

    [Fact]
    public void A_wrong_type_refuses_its_record_at_its_pointer_and_line()
    {
        var reads = Read("""
            [
              { "reference": "A", "title": "One",
                "budgets": [ { "amount": 1 }, { "amount": "much" } ] },
              { "reference": "B", "title": "Two", "places": "AF" },
              { "reference": "C", "title": ["x"] },
              { "reference": "D", "title": "Four" },
              17
            ]
            """);
        Assert.Equal("D", Assert.Single(reads.Projects()).Reference.AsWritten);
        Assert.Equal(
            [("json.type", 3, "/0/budgets/1/amount"), ("json.type", 4, "/1/places"), ("json.type", 5, "/2/title"), ("title.missing", 5, "/2"), ("json.type", 7, "/4")],
            reads.Problems().Select(problem => (problem.Rule, problem.At.Line!.Value, problem.At.Path!)));
    }

    [Fact]
    public void A_property_that_stands_twice_refuses_its_record()
    {
        var reads = Read("[\n{\"reference\":\"A\",\n\"title\":\"One\",\n\"title\":\"Two\"},{\"reference\":\"B\",\"title\":\"Three\"}]");
        Assert.Equal("B", Assert.Single(reads.Projects()).Reference.AsWritten);
        Assert.Equal("json.duplicate-property@4", reads.Rules());
    }

    [Fact]
    public void A_property_that_is_not_understood_is_kept_with_a_warning()
    {
        var reads = Read("""[{"reference":"A","title":"One","colour":"blue","more":{"x":[1]}}]""");
        Assert.Equal([new Extra("colour", "blue"), new Extra("more", """{"x":[1]}""")], Assert.Single(reads.Projects()).Extras);
        Assert.All(reads.Problems(), problem => Assert.Equal(("property.unknown", Severity.Warning), (problem.Rule, problem.Severity)));
    }

    [Theory]
    [InlineData("[{\"reference\":\"A\",\"title\":\"One\"},\n{\"reference\":\"B\",", "json.not-well-formed", 2)]
    [InlineData("{\n\"projects\": [\n{\"reference\":\"A\",\"title\":\"One\"}\n", "json.not-well-formed", 4)]
    [InlineData("[{\"reference\":\"A\"} x]", "json.not-well-formed", 1)]
    [InlineData("[{\"reference\":\"A\"}] x", "json.not-well-formed", 1)]
    [InlineData("{\"a\":1}", "json.no-projects", null)]
    [InlineData("{\"projects\":{}}", "json.no-projects", null)]
    [InlineData("17", "json.no-projects", null)]
    public void What_is_broken_or_no_list_of_projects_is_refused_as_a_whole(string text, string rule, int? line)
    {
        var problem = Assert.Single(Read(text).Problems(), problem => problem.Severity == Severity.Fatal);
        Assert.Equal((rule, line), (problem.Rule, problem.At.Line));
    }

    [Fact]
    public void A_bomb_of_brackets_is_refused()
    {
        Assert.Equal("json.too-deep", Read(new string('[', 100_000)).Problems().Single().Rule);
        Assert.Equal("json.too-deep", Read("[{\"reference\":\"A\",\"x\":" + new string('[', 1_000) + new string(']', 1_000) + "}]").Problems().Single().Rule);
    }

    [Fact]
    public void A_record_of_endless_length_is_refused_in_bounded_memory() =>
        Assert.Equal("json.record-too-long", Read("[{\"reference\":\"A\",\"title\":\"" + new string('x', 20 << 20) + "\"}]").Problems().Single().Rule);

    [Fact]
    public void Halves_of_characters_are_taken_out() =>
        Assert.NotEmpty(Read("""[{"reference":"A","title":"One \ud800","na\ud800me":1}]"""));

    [Fact]
    public void Many_records_are_read_one_after_the_other_with_their_lines()
    {
        var text = "[\n" + string.Join(",\n", Enumerable.Range(0, 5_000).Select(number => $"{{ \"reference\": \"A-{number}\",\n  \"title\": \"{new string('t', number % 211)}x\" }}")) + "\n]";
        var reads = Read(text);
        Assert.Equal(5_000, reads.Projects().Count);
        Assert.All(reads.Index(), read => Assert.Equal(2 + (read.Index * 2), read.Item.At.Line));
    }

    [Fact]
    public void What_was_written_reads_back_as_it_was()
    {
        foreach (var project in Read(Whole).Projects().Concat(Given.Csv("Reference,Title (en),Title (fr),Description,Country,District,Theme,Odd,Website,Last updated\nA,One,Un,Text,Mali,Kayes,Border management,x,https://www.example.org/a,2024-03-05\n").Projects()))
        {
            var read = JsonProjects.ReadOne(Written(project), Given.Context);
            Assert.Equal(Encoding.UTF8.GetString(Written(project)), Encoding.UTF8.GetString(Written(read.Project!)));
            Assert.DoesNotContain(read.Problems, problem => problem.Severity >= Severity.Error);
        }
    }

    [Fact]
    public void No_bytes_make_it_throw() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["[]{}\",:0123456789.truefalsn\\u referenctl"], 0, 80]).Sample(text =>
    {
        Read(text);
        Read($"[{{\"reference\":\"A\",\"title\":{text}}}]");
        JsonProjects.ReadOne(Encoding.UTF8.GetBytes(text), Given.Context);
    }, iter: 3_000);

    [Fact]
    public void The_schema_names_every_property_that_is_written()
    {
        using var schema = JsonDocument.Parse(JsonProjects.Schema());
        var properties = schema.RootElement.GetProperty("$defs").GetProperty("project").GetProperty("properties");
        foreach (var project in Read(Whole).Projects())
        {
            using var written = JsonDocument.Parse(Written(project));
            Assert.All(written.RootElement.EnumerateObject(), property => Assert.True(properties.TryGetProperty(property.Name, out _), property.Name));
        }
    }

    private static byte[] Written(Project project)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream)) JsonProjects.Write(json, project);
        return stream.ToArray();
    }

    private static List<RecordRead> Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static List<RecordRead> Read(byte[] bytes)
    {
        using var file = new MemoryStream(bytes);
        return [.. JsonProjects.Read(file, Given.Context)];
    }
}
