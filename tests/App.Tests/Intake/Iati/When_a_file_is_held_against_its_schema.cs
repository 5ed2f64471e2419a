using System.Text;
using ParisPact.Domain.Intake;
using ParisPact.Functions.Intake.Iati;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_a_file_is_held_against_its_schema
{
    [Theory]
    [InlineData("2.02", "should-pass", 58)]
    [InlineData("2.03", "should-pass", 58)]
    [InlineData("2.02", "should-fail", 225)]
    [InlineData("2.03", "should-fail", 225)]
    public void The_standards_own_tests_come_out_exactly(string version, string folder, int expected)
    {
        var schemas = SharedFiles.Schemas();
        var files = Directory.GetFiles(SharedFiles.Need($"conformance/iati-schemas/activity-tests/{folder}"), "*.xml", SearchOption.AllDirectories);
        Assert.Equal(expected, files.Length);
        var wrong = files.Where(path =>
        {
            using var file = File.OpenRead(path);
            return (schemas.Validate(file, version).Count == 0) != (folder == "should-pass");
        }).ToList();
        Assert.Empty(wrong);
    }

    [Fact]
    public void A_problem_stands_at_its_element_and_keeps_the_record()
    {
        var record = Assert.Single(Reading.Of("<?xml version='1.0'?>\n" + Reading.File(Reading.Activity(more: "\n<budget><period-start iso-date='2024-01-01'/><period-end iso-date='2024-12-31'/><value>1</value></budget>\n<tag code='1'/>")), SharedFiles.Schemas()));
        Assert.NotNull(record.Project);
        Assert.Equal(
            [(3, "/iati-activities/iati-activity[1]/budget[1]/value"), (4, "/iati-activities/iati-activity[1]/tag[1]")],
            record.Problems.Select(problem => (problem.At.Line ?? 0, problem.At.Path!)));
        Assert.All(record.Problems, problem => Assert.Equal(("iati.schema", Severity.Warning), (problem.Rule, problem.Severity)));
    }

    [Theory]
    [InlineData("2.01", 1)]
    [InlineData("2.02", 1)]
    [InlineData("2.03", 0)]
    public void It_is_the_schema_of_the_files_own_version(string version, int problems)
    {
        var file = Reading.File(Reading.Activity(more: "<tag code='1' vocabulary='1'/>"), $"version='{version}'");
        Assert.Equal(problems, Assert.Single(Reading.Of(file, SharedFiles.Schemas())).Problems.Length);
    }

    [Fact]
    public void What_the_schema_tells_is_not_told_twice()
    {
        var record = Assert.Single(Reading.Of(Reading.File(Reading.Activity(status: "", participants: "")), SharedFiles.Schemas()));
        Assert.All(record.Problems, problem => Assert.Equal("iati.schema", problem.Rule));
    }

    [Fact]
    public void A_broken_schema_is_told_once_and_the_file_is_read_without()
    {
        var schemas = new IatiSchemas(name => name == "2.03/iati-activities-schema.xsd" ? new MemoryStream(Encoding.UTF8.GetBytes("<xsd:schema xmlns:xsd='http://www.w3.org/2001/XMLSchema'><xsd:include schemaLocation='iati-common.xsd'/><xsd:element name='a' type='none'/></xsd:schema>")) : null);
        var records = Reading.Of(Reading.File(Reading.Activity()), schemas);
        Assert.Equal("iati.schema-unusable", Assert.Single(records[0].Problems).Rule);
        Assert.NotNull(records[1].Project);
    }

    [Fact]
    public void Nothing_is_fetched_from_elsewhere_and_no_name_leaves_the_set()
    {
        var asked = new List<string>();
        var schemas = new IatiSchemas(name =>
        {
            asked.Add(name);
            return name.StartsWith("2.03", StringComparison.Ordinal) ? new MemoryStream("<xsd:schema xmlns:xsd='http://www.w3.org/2001/XMLSchema'><xsd:include schemaLocation='http://127.0.0.1:9/x.xsd'/><xsd:include schemaLocation='file:///etc/passwd'/><xsd:element name='iati-activities'/></xsd:schema>"u8.ToArray()) : null;
        });
        Assert.NotEmpty(Reading.Of(Reading.File(Reading.Activity(), "version='../../2.03'"), schemas));
        Assert.NotEmpty(Reading.Of(Reading.File(Reading.Activity()), schemas));
        Assert.Equal(["2.03/iati-activities-schema.xsd"], asked);
    }
}
