using System.Text;
using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;
using ParisPact.Domain.Projects.Vocabularies;
using ParisPact.Functions.Projects.Exports;
using ParisPact.Tests.Intake.Iati;

namespace ParisPact.Tests.Projects.Exports;

public sealed class When_projects_are_exported_as_IATI
{
    [Fact]
    public void They_read_back_as_they_were() => AnyProject.Full.Array[1, 3].Sample(
        projects => Assert.Equal(
            string.Join("\n", projects.Select(ProjectText.Of)),
            string.Join("\n", Export.Back(Export.Iati(projects)).Where(record => record.Project is not null).Select(record => ProjectText.Of(record.Project!)))),
        iter: 400);

    [Fact]
    public void They_are_valid_by_the_official_schema()
    {
        var schemas = SharedFiles.Schemas();
        AnyProject.Full.Array[1, 3].Sample(projects => Assert.Empty(Export.Invalid(Export.Iati(projects), schemas)), iter: 200);
    }

    [Fact]
    public void Exporting_what_was_read_back_gives_the_same_file() => AnyProject.Full.Sample(
        project =>
        {
            var file = Export.Iati(project);
            Assert.Equal(Encoding.UTF8.GetString(file), Encoding.UTF8.GetString(Export.Iati(Export.Back(file).Single(record => record.Project is not null).Project!)));
        },
        iter: 200);

    [Fact]
    public void A_project_that_says_next_to_nothing_is_valid_and_still_says_nothing()
    {
        var project = new Project { Partner = PartnerId.Parse("sample"), Reference = ProjectReference.From("X-1")!, Titles = [new Narrative("T")] };
        var file = Export.Iati(project);
        Assert.Equal(ProjectText.Of(project), ProjectText.Of(Export.Back(file).Single(record => record.Project is not null).Project!));
        Assert.Contains("secondary-reporter=\"1\"", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.Empty(Export.Invalid(file, SharedFiles.Schemas()));
    }

    [Fact]
    public void Others_find_provinces_as_locations_and_their_country_with_the_sum()
    {
        var project = new Project
        {
            Partner = PartnerId.Parse("sample"),
            Reference = ProjectReference.From("X-1")!,
            Titles = [new Narrative("T")],
            Places = [new PlaceShare(PlaceCode.Parse("AF-KAN"), "Kandarhar", 30), new PlaceShare(PlaceCode.Parse("AF-HEL"), "Hilmand", 70)],
        };
        var text = Encoding.UTF8.GetString(Export.Iati(project));
        Assert.Contains("<recipient-country code=\"AF\" percentage=\"100\"", text, StringComparison.Ordinal);
        Assert.Contains("<administrative code=\"AF-KAN\" vocabulary=\"A4\" level=\"1\" />", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_changes_an_element_takes_our_mark_with_it()
    {
        var project = new Project { Partner = PartnerId.Parse("sample"), Reference = ProjectReference.From("X-1")!, Titles = [new Narrative("T")], Places = [new PlaceShare(PlaceCode.Parse("AF-KAN"), "Kandarhar")] };
        var changed = Encoding.UTF8.GetString(Export.Iati(project)).Replace("code=\"AF-KAN\"", "code=\"AF-HEL\"", StringComparison.Ordinal);
        Assert.Equal("AF-HEL", Assert.Single(Export.Back(Encoding.UTF8.GetBytes(changed)).Single(record => record.Project is not null).Project!.Places).Code!.Value.Value);
    }

    [Fact]
    public void Without_projects_the_file_is_an_empty_list() =>
        Assert.Equal("file.no-records", Assert.Single(Export.Back(Export.Iati())[^1].Problems).Rule);

    [Fact]
    public async Task Where_all_that_matched_are_gone_no_file_is_begun()
    {
        using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Response.Body = body;
        await new IatiAnswer(_ => AsyncEnumerable.Empty<Project>(), TimeProvider.System).ExecuteAsync(http);
        Assert.Equal((404, "application/problem+json"), (http.Response.StatusCode, http.Response.ContentType));
        Assert.False(http.Response.Headers.ContainsKey("Content-Disposition"));
    }

    [Fact]
    public async Task It_writes_as_it_goes_and_stops_when_told()
    {
        using var cancellation = new CancellationTokenSource();
        using var output = new MemoryStream();
        var project = new Project { Partner = PartnerId.Parse("sample"), Reference = ProjectReference.From("X-1")!, Titles = [new Narrative(new string('x', 10_000))] };
        var written = new List<long>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            IatiExport.WriteAsync(Endless(), output, DateTimeOffset.UnixEpoch, cancellation.Token));
        Assert.True(written[30] > 200_000, "Nothing was written before the end.");

        async IAsyncEnumerable<Project> Endless()
        {
            for (var count = 0; ; count++)
            {
                written.Add(output.Length);
                if (count == 100) await cancellation.CancelAsync();
                yield return project;
            }
        }
    }
}
