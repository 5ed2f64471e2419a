using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ParisPact.Domain.Duplicates;
using ParisPact.Domain.Duplicates.Reports;
using ParisPact.Functions.Duplicates.Reports;

namespace ParisPact.Tests.Duplicates.Reports;

public sealed class When_a_report_is_a_page
{
    private const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(2)> \u202Eesrever & <b>";

    [Fact]
    public async Task It_looks_as_it_did() => SnapshotFile.Matches(await TextAsync(SampleReport.Whole), "report.html");

    [Fact]
    public async Task It_says_what_is_new_before_what_is_open_and_that_before_what_was_decided()
    {
        using var page = await PageAsync(SampleReport.Whole);
        Assert.Equal(["How to read this, and how to decide", "New, or open again", "Still open", "Decided since the last report", "Groups of records that are one project"],
            page.QuerySelectorAll("h2").Select(heading => heading.ChildNodes[0].TextContent.Trim()).Where(text => text != "What was left out"));
        Assert.Equal(["The same project, reported twice", "Different projects that overlap"], page.QuerySelectorAll("section[aria-labelledby=new] h3").Select(heading => heading.ChildNodes[0].TextContent.Trim()));
        Assert.Contains("2 new pairs", page.QuerySelector(".sentence")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 open again", page.QuerySelector(".sentence")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pair_tells_what_differs_in_words()
    {
        using var page = await PageAsync(SampleReport.Whole);
        var rows = page.QuerySelector("article.pair")!.QuerySelectorAll(".sides tbody tr").ToDictionary(row => row.QuerySelector("th")!.ChildNodes[0].TextContent.Trim(), Words);
        Assert.Equal("Start = same 1 January 2026 1 January 2026", rows["Start"]);
        Assert.Equal("End ≠ different 31 December 2028 30 June 2028", rows["End"]);
        Assert.EndsWith("not stated", rows["Description"], StringComparison.Ordinal);
        Assert.StartsWith("Organisations ≈ partly the same", rows["Organisations"], StringComparison.Ordinal);
        Assert.DoesNotContain("Website", rows["Start"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_reasons_add_up_from_what_is_known_before_to_the_chance()
    {
        using var page = await PageAsync(SampleReport.Whole);
        var steps = page.QuerySelector("article.pair")!.QuerySelectorAll(".reasons tbody tr").Select(Words).ToList();
        Assert.Equal("Before anything is compared −12.4 under 0.1%", steps[0]);
        Assert.Contains("Both name United Sample Office on Drugs as implementing organisation +4.1 19%", steps);
        Assert.EndsWith("over 99.9%", steps[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_once_says_what_changed_since()
    {
        using var page = await PageAsync(SampleReport.Whole);
        var again = page.QuerySelectorAll("article.pair").Single(pair => pair.QuerySelector(".changed") is not null && pair.Id!.StartsWith("pair-", StringComparison.Ordinal));
        Assert.Contains("was 1 January 2025 and is 1 March 2026", again.TextContent, StringComparison.Ordinal);
        Assert.Contains("A. Sample, coordinator said “unrelated” on 20 October 2026: Other districts, other years.", again.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_links_to_projects_pairs_and_the_files_beside_it_and_fetches_nothing()
    {
        using var page = await PageAsync(SampleReport.Whole, new ReportLinks("https://adam.example"));
        var links = page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ToHashSet();
        Assert.Contains("https://adam.example/api/projects/norland/" + SampleReport.Donor.Identity.Id, links);
        Assert.Contains("https://adam.example/api/duplicates/" + SampleReport.Whole.Pairs[0].Id, links);
        Assert.Contains("report.xlsx", links);
        Assert.Contains("report.json", links);
        Assert.Empty(page.QuerySelectorAll("script, link, img, iframe, object, embed, form, base"));
        Assert.DoesNotContain(page.All, element => element.HasAttribute("src") || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task Nobody_who_listens_to_it_is_lost()
    {
        using var page = await PageAsync(SampleReport.Whole);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("main"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.All(page.QuerySelectorAll("th"), cell => Assert.NotNull(cell.GetAttribute("scope")));
        Assert.All(page.QuerySelectorAll("[aria-labelledby]"), part => Assert.NotNull(page.GetElementById(part.GetAttribute("aria-labelledby")!)));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
        var levels = page.QuerySelectorAll("h1, h2, h3, h4, h5").Select(heading => heading.LocalName[1] - '0').ToList();
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
    }

    [Fact]
    public async Task Nothing_that_a_partner_writes_becomes_part_of_the_page()
    {
        var card = SampleReport.Card("norland", Hostile, "N'\"<1>", [Hostile, new string('ي', 65_536)]) with
        {
            Description = Hostile,
            Status = Hostile,
            Organisations = [(Hostile, Hostile)],
            Places = [Hostile],
            Sectors = [Hostile],
            Amounts = [Hostile],
            Identifiers = [.. Enumerable.Repeat(Hostile, 500).Select((text, at) => text + at)],
            Website = "javascript:alert(3)",
        };
        var pair = SampleReport.Pair(PairKind.Same, card, SampleReport.Agency with { Titles = [new string('x', 65_536)], Website = "http://a.example/\"><script>" }, PairState.Reopened, [new(Hostile, Hostile, 3)], 0) with
        {
            Changes = [Hostile],
            AssignedTo = Hostile,
            Decision = new Decision(PairKind.Same, Hostile, Hostile, default),
            People = [new Contact(Hostile, Domain.Partners.Role.Partner, Hostile, Hostile)],
        };
        var report = SampleReport.Whole with { Pairs = [pair, .. SampleReport.Whole.Pairs], Groups = [new GroupEntry([card.Identity, SampleReport.Agency.Identity], Hostile, [pair.Id], false, Hostile)], Figures = SampleReport.Whole.Figures with { Notes = [Hostile], Model = Hostile } };
        var text = await TextAsync(report);
        Assert.InRange(text.Length, 10_000, 200_000);
        Assert.DoesNotContain('\u202E', text);
        using var page = new HtmlParser().ParseDocument(text);
        Assert.Empty(page.QuerySelectorAll("script, img"));
        Assert.All(page.QuerySelectorAll<IHtmlAnchorElement>("a"), link => Assert.DoesNotContain("javascript", link.GetAttribute("href")!, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("<script>alert(1)</script>", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll(".sides td p, h4 bdi").Where(shown => !shown.TextContent.StartsWith("and ", StringComparison.Ordinal)), shown => Assert.Equal("auto", shown.GetAttribute("dir")));
    }

    [Theory]
    [InlineData(0, "The register holds no projects, so there is nothing to compare.")]
    [InlineData(1, "The register holds one project, so there is nothing to compare.")]
    [InlineData(2, "There is nothing to look at among 2 projects.")]
    public async Task Of_nothing_it_is_short_and_says_why(int projects, string sentence)
    {
        using var page = await PageAsync(SampleReport.Empty(projects));
        Assert.Equal(sentence, page.QuerySelector(".sentence")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("table, h2, nav"));
    }

    [Fact]
    public async Task Of_very_much_it_shows_the_first_lists_the_next_and_says_where_the_others_are()
    {
        var report = SampleReport.Of(6_000, at => SampleReport.Numbered(at, at < 5_000 ? PairKind.Same : PairKind.Overlap), groups: 300);
        var text = await TextAsync(report);
        Assert.InRange(text.Length, 1_000_000, 12_000_000);
        using var page = new HtmlParser().ParseDocument(text);
        Assert.Equal(ReportModel.MostInFull, page.QuerySelectorAll("section[aria-labelledby=new] article.pair").Length);
        Assert.Equal(ReportModel.MostListed, page.QuerySelectorAll("section[aria-labelledby=new] table.list tbody tr").Length);
        Assert.Equal(66, page.QuerySelectorAll("section[aria-labelledby=new-overlap] article.pair").Length);
        var left = page.QuerySelectorAll("p.more").Select(text => text.TextContent).Where(text => text.Contains("in the workbook", StringComparison.Ordinal)).ToList();
        Assert.Contains(left, text => text.StartsWith("3,532 more pairs are in the workbook", StringComparison.Ordinal));
        Assert.Contains(left, text => text.StartsWith("100 more are in the workbook", StringComparison.Ordinal));
    }

    private static string Words(IElement element) => string.Join(' ', element.Descendants<IText>().SelectMany(text => text.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static async Task<IHtmlDocument> PageAsync(DuplicateReport report, ReportLinks? links = null) => new HtmlParser().ParseDocument(await TextAsync(report, links));

    private static async Task<string> TextAsync(DuplicateReport report, ReportLinks? links = null)
    {
        using var stream = new MemoryStream();
        await ReportHtml.WriteAsync(stream, report, links ?? ReportLinks.Here, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
