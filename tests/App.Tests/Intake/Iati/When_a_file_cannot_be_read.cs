using System.Text;
using ParisPact.Domain.Intake;

namespace ParisPact.Tests.Intake.Iati;

public sealed class When_a_file_cannot_be_read
{
    [Theory]
    [InlineData("<iati-organisations version='2.03'/>", "iati.root", "about an organisation")]
    [InlineData("<rss/>", "iati.root", "news feed")]
    [InlineData("<html><body>Sign in</body></html>", "iati.root", "web page")]
    [InlineData("<iati-activities xmlns='http://example.org/'/>", "iati.root", "namespace")]
    [InlineData("<Projects/>", "iati.root", "another kind")]
    [InlineData("", "xml.empty", "empty")]
    [InlineData("  \n ", "xml.empty", "empty")]
    [InlineData("<?xml version='1.0'?>", "xml.empty", "empty")]
    [InlineData("Reference,Title\n1,A", "xml.not-well-formed", "not well-formed")]
    [InlineData("<iati-activities version='2.03'></iati-activities>", "file.no-records", "no activity")]
    [InlineData("<iati-activities version='2.03'/>", "file.no-records", "no activity")]
    [InlineData("<iati-activities version='2.03'><iati-activity><title></iati-activity></iati-activities>", "xml.not-well-formed", "'title' start tag")]
    [InlineData("<iati-activities version='2.03'><iati-activity><title>A &nbsp; B</title></iati-activity></iati-activities>", "xml.not-well-formed", "'nbsp'")]
    [InlineData("<iati-activities version='2.03'><iati-activity><title>&#1;</title></iati-activity></iati-activities>", "xml.not-well-formed", "invalid character")]
    public void It_says_what_the_file_is(string file, string rule, string says)
    {
        var problem = Reading.Fatal(file);
        Assert.Equal(rule, problem.Rule);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_before_the_place_where_it_breaks_off_is_given_first()
    {
        var records = Reading.Of(Reading.File(Reading.Activity() + "\n" + Reading.Activity())[..^60]);
        Assert.NotNull(records[0].Project);
        Assert.Equal(2, records.Count);
        var problem = Assert.Single(records[1].Problems);
        Assert.Equal(("xml.truncated", Severity.Fatal, 2), (problem.Rule, problem.Severity, problem.At.Line));
        Assert.True(records[1].IsOfFile);
    }

    [Fact]
    public void Something_behind_the_end_refuses_the_file() =>
        Assert.Equal("xml.not-well-formed", Reading.Fatal(Reading.File(Reading.Activity()) + "<iati-activities/>").Rule);

    [Theory]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><iati-activities version='2.03'><iati-activity><title>&x;</title></iati-activity></iati-activities>")]
    [InlineData("<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]><iati-activities version='2.03'><iati-activity><title>&c;</title></iati-activity></iati-activities>")]
    [InlineData("<!DOCTYPE iati-activities SYSTEM 'http://127.0.0.1:9/iati.dtd'><iati-activities version='2.03'/>")]
    public void A_document_type_is_refused_unread(string file)
    {
        var problem = Reading.Fatal(file);
        Assert.Equal(("xml.dtd", 1), (problem.Rule, problem.At.Line));
    }

    [Fact]
    public void Elements_a_thousand_deep_are_refused()
    {
        var file = Reading.File("<iati-activity>" + string.Concat(Enumerable.Repeat("<result>", 100_000)));
        Assert.Contains("too deep", Reading.Fatal(file).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_encoding_is_named()
    {
        var problem = Reading.Fatal(Encoding.Latin1.GetBytes("<?xml version='1.0' encoding='UTF-8'?>" + Reading.File(Reading.Activity(title: "<title><narrative>Contrôle</narrative></title>"))));
        Assert.Equal("xml.encoding", problem.Rule);
        Assert.Contains("UTF-8", problem.Suggestion, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("windows-1252")]
    [InlineData("windows-1251")]
    [InlineData("iso-8859-1")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public void The_encodings_that_files_really_have_are_read(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        var title = name == "windows-1251" ? "Контроль" : "Contrôle";
        byte[] file = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version='1.0' encoding='{name}'?>" + Reading.File(Reading.Activity(title: $"<title><narrative>{title}</narrative></title>")))];
        Assert.Equal(title, Assert.Single(Reading.Of(file)).Project!.Title);
    }
}
