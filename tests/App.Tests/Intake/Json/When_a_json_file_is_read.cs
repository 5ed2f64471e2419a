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
        var reads = Given.Json(Whole);
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
        var reads = Given.Json("""[{"reference":"A","title":"One","organisations":[{"name":"UNODC","role":"funding","phone":"1"}],"budgets":[{"amount":1,"currency":"USD","share":{"a":2}}],"places":[{"code":"AF","altitude":3}]}]""");
        Assert.Equal("property.unknown@1 property.unknown@1 property.unknown@1", reads.Rules());
        Assert.Equal(
            [new Extra("budgets.0.share", "{\"a\":2}"), new Extra("organisations.0.phone", "1"), new Extra("places.0.altitude", "3")],
            Assert.Single(reads.Projects()).Extras.OrderBy(static extra => extra.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void A_project_by_itself_is_one()
    {
        var read = Assert.Single(Given.Json("""{ "title": "One", "reference": "A" }"""));
        Assert.Equal(("A", "", 1), (read.Project!.Reference.AsWritten, read.At.Path, read.At.Line));
    }

    [Fact]
    public void Projects_on_lines_of_their_own_are_read_one_by_one()
    {
        var reads = Given.Json("{\"reference\":\"A\",\"title\":\"One\"}\n{\"reference\":\"B\",\"title\":\"Two\",\"sea\":1}\n{\"reference\":\"C\"}\n");
        Assert.Equal([("A", 1), ("B", 2), ("C", 3)], reads.Select(read => (read.Reference!, read.At.Line!.Value)));
        Assert.Equal([("property.unknown", "/1/sea"), ("title.missing", "/2")], reads.Problems().Select(problem => (problem.Rule, problem.At.Path!)));
    }

    [Fact]
    public void An_object_with_an_array_of_projects_is_no_project_whatever_else_it_says() =>
        Assert.Equal("A", Assert.Single(Given.Json("""{ "title": "Our projects", "projects": [ { "reference": "A", "title": "One" } ], "reference": "list" }""").Projects()).Reference.AsWritten);

    [Fact]
    public void A_long_object_that_is_none_is_passed_over() =>
        Assert.Equal("A", Assert.Single(Given.Json("{ \"about\": \"" + new string('x', 200_000) + "\", \"projects\": [ { \"reference\": \"A\", \"title\": \"One\" } ] }").Projects()).Reference.AsWritten);

    [Fact]
    public void An_amount_between_quotation_marks_is_one_where_it_can_be_read_in_one_way()
    {
        var reads = Given.Json("""[{"reference":"A","title":"One","budgets":[{"amount":"1000","currency":"USD"},{"amount":"1 250,50","currency":"EUR"}]},{"reference":"B","title":"Two","budgets":[{"amount":"1,273","currency":"EUR"},{"amount":"5 m","currency":"EUR"}]}]""");
        Assert.Equal([1000m, 1250.5m], Assert.Single(reads.Projects()).Money.Select(line => line.Amount));
        Assert.Equal(["json.type", "json.type"], reads.Problems().Select(problem => problem.Rule));
    }

    [Fact]
    public void A_kind_that_contradicts_its_array_is_kept_and_told()
    {
        var reads = Given.Json("""[{"reference":"A","title":"One","budgets":[{"amount":1,"currency":"USD","kind":"budget"},{"amount":2,"currency":"USD","kind":"pledge"}]}]""");
        var project = Assert.Single(reads.Projects());
        Assert.Equal([MoneyKind.Budget, MoneyKind.Budget], project.Money.Select(line => line.Kind));
        Assert.Equal(new Extra("budgets.1.kind", "pledge"), Assert.Single(project.Extras));
        Assert.Equal("amount.kind-differs@1", reads.Rules());
    }

    [Fact]
    public void What_is_not_understood_in_its_own_fields_is_kept_as_written()
    {
        var reads = Given.Json("""[{"reference":"A","title":"One","status":"somehow","papers":["Brown"],"website":"see there","lastUpdated":"lately"}]""");
        Assert.Equal(
            [new Extra("lastUpdated", "lately"), new Extra("papers.0", "Brown"), new Extra("status", "somehow"), new Extra("website", "see there")],
            Assert.Single(reads.Projects()).Extras.OrderBy(static extra => extra.Name, StringComparer.Ordinal));
        Assert.All(reads.Problems(), problem => Assert.Contains("kept as written", problem.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_lacks_its_name_is_left_out_with_a_word()
    {
        var reads = Given.Json("""[{"reference":"A","title":"One","organisations":[{"role":"funding","type":10}],"related":[{"type":1}],"otherIdentifiers":[{"type":"A1"}],"extras":[{"value":"lost"}]}]""");
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
        var project = Assert.Single(Given.Json("[{\"reference\":\"A\",\"title\":\"One\",\"dates\":{" + dates + "}}]").Projects());
        Assert.Equal(DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture), project.Dates.Start);
        Assert.Equal(end, project.Dates.End?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_bare_array_and_a_list_of_the_register_are_read_too()
    {
        Assert.Equal("A", Assert.Single(Given.Json("""[{"reference":"A","title":"One"}]""").Projects()).Reference.AsWritten);
        Assert.Equal("A", Assert.Single(Given.Json("""{"next":null,"items":[{"reference":"A","title":"One"}],"more":{"projects":[1]}}""").Projects()).Reference.AsWritten);
    }

    [Fact]
    public void Any_encoding_gives_the_same()
    {
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, new UnicodeEncoding(false, false)])
            Assert.Equal(2, Given.Json([.. encoding.GetPreamble(), .. encoding.GetBytes(Whole)]).Projects().Count);
    }

    [Fact]
    public void A_wrong_type_refuses_its_record_at_its_pointer_and_line()
    {
        var reads = Given.Json("""
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
        var reads = Given.Json("[\n{\"reference\":\"A\",\n\"title\":\"One\",\n\"title\":\"Two\"},{\"reference\":\"B\",\"title\":\"Three\"}]");
        Assert.Equal("B", Assert.Single(reads.Projects()).Reference.AsWritten);
        Assert.Equal("json.duplicate-property@4", reads.Rules());
    }

    [Fact]
    public void A_property_that_is_not_understood_is_kept_with_a_warning()
    {
        var reads = Given.Json("""[{"reference":"A","title":"One","colour":"blue","more":{"x":[1]}}]""");
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
        var problem = Assert.Single(Given.Json(text).Problems(), problem => problem.Severity == Severity.Fatal);
        Assert.Equal((rule, line), (problem.Rule, problem.At.Line));
    }

    [Fact]
    public void A_bomb_of_brackets_is_refused()
    {
        Assert.Equal("json.too-deep", Given.Json(new string('[', 100_000)).Problems().Single().Rule);
        Assert.Equal("json.too-deep", Given.Json("[{\"reference\":\"A\",\"x\":" + new string('[', 1_000) + new string(']', 1_000) + "}]").Problems().Single().Rule);
    }

    [Fact]
    public void A_record_of_endless_length_is_refused_in_bounded_memory() =>
        Assert.Equal("json.record-too-long", Given.Json("[{\"reference\":\"A\",\"title\":\"" + new string('x', 20 << 20) + "\"}]").Problems().Single().Rule);

    [Fact]
    public void Halves_of_characters_are_taken_out() =>
        Assert.NotEmpty(Given.Json("""[{"reference":"A","title":"One \ud800","na\ud800me":1}]"""));

    [Fact]
    public void Many_records_are_read_one_after_the_other_with_their_lines()
    {
        var text = "[\n" + string.Join(",\n", Enumerable.Range(0, 5_000).Select(number => $"{{ \"reference\": \"A-{number}\",\n  \"title\": \"{new string('t', number % 211)}x\" }}")) + "\n]";
        var reads = Given.Json(text);
        Assert.Equal(5_000, reads.Projects().Count);
        Assert.All(reads.Index(), read => Assert.Equal(2 + (read.Index * 2), read.Item.At.Line));
    }

    [Fact]
    public void What_was_written_reads_back_as_it_was()
    {
        foreach (var project in Given.Json(Whole).Projects().Concat(Given.Csv("Reference,Title (en),Title (fr),Description,Country,District,Theme,Odd,Website,Last updated\nA,One,Un,Text,Mali,Kayes,Border management,x,https://www.example.org/a,2024-03-05\n").Projects()))
        {
            var read = JsonProjects.ReadOne(Written(project), Given.Context);
            Assert.Equal(Encoding.UTF8.GetString(Written(project)), Encoding.UTF8.GetString(Written(read.Project!)));
            Assert.DoesNotContain(read.Problems, problem => problem.Severity >= Severity.Error);
        }
    }

    [Fact]
    public void No_bytes_make_it_throw() => Gen.OneOf(Gen.String, Gen.String[Gen.Char["[]{}\",:0123456789.truefalsn\\u referenctl"], 0, 80]).Sample(text =>
    {
        Given.Json(text);
        Given.Json($"[{{\"reference\":\"A\",\"title\":{text}}}]");
        JsonProjects.ReadOne(Encoding.UTF8.GetBytes(text), Given.Context);
    }, iter: 3_000);

    [Fact]
    public void The_schema_names_every_property_that_is_written()
    {
        using var schema = JsonDocument.Parse(JsonProjects.Schema());
        var properties = schema.RootElement.GetProperty("$defs").GetProperty("project").GetProperty("properties");
        foreach (var project in Given.Json(Whole).Projects())
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
}
