using System.Net;
using System.Web;

namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_a_file_of_any_kind_comes_through_any_door(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<Door, string> Ways => [.. from door in Enum.GetValues<Door>() from kind in FileKinds.All.Keys select (door, kind)];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Its_projects_are_in_the_register(Door door, string kind)
    {
        var partner = await app.NewPartnerAsync("AF");
        // A name that says nothing: the kind is told by the content.
        var receipt = await app.SendThroughAsync(door, partner, "file.dat", FileKinds.All[kind]());
        Assert.Equal("done", receipt.Text("state"));
        Assert.Equal((2, 0, 0, 0, 0), receipt.Counts());
        Assert.Equal(kind == "hxl" ? "csv" : kind, receipt.Text("format").Split(' ')[0], ignoreCase: true);
        Assert.Equal("file.dat", receipt.Text("file"));
        Assert.DoesNotContain(receipt.Problems(), problem => problem.Contains(" error ", StringComparison.Ordinal));
        var stored = await app.ProjectAsync(partner, "P-2");
        Assert.Equal("Sample project 2", stored?.Project.Title);
        Assert.Equal("AF", Assert.Single(stored!.Project.Places).Code?.Value);
        Assert.Equal((1000m, "USD"), (Assert.Single(stored.Project.Money).Amount, stored.Project.Money[0].Currency));
        Assert.Equal(receipt.Text("upload"), stored.Origin.Upload);
    }

    [Fact]
    public async Task A_link_writes_one_blob_and_nothing_else_for_an_hour()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var before = TimeProvider.System.GetUtcNow();
        var link = await client.LinkAsync("Übersicht 2026 & co.xlsx");
        var after = TimeProvider.System.GetUtcNow();
        var address = new Uri(link.Text("url"));
        var permission = HttpUtility.ParseQueryString(address.Query);
        Assert.Equal("b", permission["sr"]);
        Assert.Equal(["c", "w"], permission["sp"]!.Select(letter => letter.ToString()).Order());
        var expires = DateTimeOffset.Parse(permission["se"]!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(expires, before.AddHours(1).AddSeconds(-1), after.AddHours(1));
        Assert.InRange(link.GetProperty("expires").GetDateTimeOffset(), before.AddHours(1), after.AddHours(1));
        Assert.StartsWith($"/devstoreaccount1/uploads/{partner}/", address.AbsolutePath, StringComparison.Ordinal);
        using var anonymous = new HttpClient();
        foreach (var (method, query) in ((HttpMethod, string)[])[(HttpMethod.Get, ""), (HttpMethod.Head, ""), (HttpMethod.Delete, ""), (HttpMethod.Get, "&comp=blocklist")])
        {
            using var request = new HttpRequestMessage(method, new Uri(address + query));
            using var answer = await anonymous.SendAsync(request, Stop);
            Assert.False(answer.IsSuccessStatusCode, $"{method} {query} answered {answer.StatusCode}");
        }

        var container = new UriBuilder(address) { Path = "/devstoreaccount1/uploads" };
        using var listing = await anonymous.GetAsync(new Uri(container.Uri + "&restype=container&comp=list"), Stop);
        Assert.False(listing.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Whoever_may_not_send_gets_no_link()
    {
        var partner = await app.NewPartnerAsync("AF");
        using var other = app.Client("partner", "somebody-else");
        using var refused = await other.PostAsync($"api/uploads/links?name=a.csv&partner={partner}", null, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var donor = app.Client("coordinator");
        using var reader = await donor.PostAsync($"api/uploads/links?name=a.csv&partner={partner}", null, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, reader.StatusCode);
    }

    [Fact]
    public async Task A_form_that_breaks_off_is_refused_and_leaves_nothing()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        foreach (var text in (string[])["--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nReference,Ti", "no form at all", "--x\r\nno header", ""])
        {
            using var body = new StringContent(text);
            body.Headers.Remove("Content-Type");
            body.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=x");
            using var answer = await client.PostAsync("api/uploads", body, Stop);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        var own = await client.GetJsonAsync("api/uploads");
        Assert.Empty(own.GetProperty("items").EnumerateArray());
    }
}
