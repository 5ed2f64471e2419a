using System.Text;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Functions.Intake.Iati;

namespace ParisPact.Tests.Intake.Iati;

/// <summary>Reads files as a partner called <c>sample</c> would send them on 24 November 2026.</summary>
internal static class Reading
{
    public static readonly ReadingContext Context = new(PartnerId.Parse("sample"), "file.xml", new DateOnly(2026, 11, 24), new Dictionary<string, string>());

    /// <summary>An activity without fault; what it has is replaced through the arguments, and what it lacks goes into <paramref name="more"/>.</summary>
    public static string Activity(
        string identifier = "<iati-identifier>XM-SAMPLE-1</iati-identifier>",
        string reporter = "<reporting-org ref='XM-SAMPLE' type='40'><narrative>Sample Organisation</narrative></reporting-org>",
        string title = "<title><narrative>Border posts</narrative></title>",
        string description = "<description type='1'><narrative>Builds border posts.</narrative></description>",
        string participants = "<participating-org role='4' ref='XM-SAMPLE' type='40'><narrative>Sample Organisation</narrative></participating-org>",
        string status = "<activity-status code='2'/>",
        string dates = "<activity-date type='1' iso-date='2024-01-01'/>",
        string recipients = "<recipient-country code='AF'/>",
        string sectors = "<sector code='16063'/>",
        string more = "",
        string attributes = "xml:lang='en' default-currency='USD'") =>
        $"<iati-activity {attributes}>{identifier}{reporter}{title}{description}{participants}{status}{dates}{recipients}{sectors}{more}</iati-activity>";

    public static string File(string activities, string attributes = "version='2.03'") => $"<iati-activities {attributes}>{activities}</iati-activities>";

    public static List<RecordRead> Of(string xml, IatiSchemas? schemas = null) => Of(Encoding.UTF8.GetBytes(xml), schemas);

    public static List<RecordRead> Of(byte[] file, IatiSchemas? schemas = null)
    {
        using var stream = new MemoryStream(file);
        return [.. IatiReader.Read(stream, Context, schemas)];
    }

    /// <summary>The only record of a file with this activity.</summary>
    public static RecordRead One(string activity, string attributes = "version='2.03'") =>
        Assert.Single(Of(File(activity, attributes)), record => !record.IsOfFile);

    public static Project Project(string activity, string attributes = "version='2.03'")
    {
        var record = One(activity, attributes);
        Assert.DoesNotContain(record.Problems, problem => problem.Severity > Severity.Warning);
        return Assert.IsType<Project>(record.Project);
    }

    /// <summary>The only problem of a file, which is fatal.</summary>
    public static Problem Fatal(byte[] file)
    {
        var problem = Assert.Single(Of(file)[^1].Problems);
        Assert.Equal(Severity.Fatal, problem.Severity);
        return problem;
    }

    public static Problem Fatal(string xml) => Fatal(Encoding.UTF8.GetBytes(xml));
}
