using System.Text;
using System.Text.Json;
using ParisPact.Domain.Intake;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Intake;
using ParisPact.Functions.Partners;

namespace ParisPact.Tests.Intake;

/// <summary>In tables and in JSON, since each has a reader of its own.</summary>
[Collection(RunningAppTests.Name)]
public sealed class When_a_file_names_organisations(RunningApp app)
{
    private const string Stranger = "Nowhere Bureau of Sample Matters";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, Func<string, string, string>> Formats => new()
    {
        { "a.csv", static (name, number) => $"Reference,Title,Donor\r\n{number},A title,{name}\r\n" },
        { "a.json", static (name, number) => JsonSerializer.Serialize(new[] { new { reference = number, title = "A title", organisations = new[] { new { name, role = "funding" } } } }) },
    };

    [Theory, MemberData(nameof(Formats))]
    public async Task The_name_of_a_partner_is_known_in_any_spelling(string file, Func<string, string, string> content)
    {
        var partner = await app.NewPartnerAsync();
        var name = (await app.Get<PartnerDirectory>().FindAsync(partner, Stop))!.Name;
        foreach (var spelling in (string[])[name, name.ToUpperInvariant(), partner.Value])
        {
            var receipt = await SendAsync(partner.Value, file, content(spelling, "P-1"));
            Assert.DoesNotContain(Rules(receipt), static rule => rule == "organisation.unknown");
            Assert.Equal(spelling, Assert.Single((await app.ProjectAsync(partner, "P-1"))!.Project.Organisations).Organisation.Name);
        }
    }

    [Theory]
    [InlineData("Malta")]
    [InlineData("Republic of Malta")]
    [InlineData("Government of Malta")]
    [InlineData("MALTE")]
    [InlineData("Мальта")]
    [InlineData("MLT")]
    public void A_country_that_is_a_partner_is_known_by_all_of_its_names(string name)
    {
        var partner = new Partner(PartnerId.Parse("mt"), "Ministry for Home Affairs of Malta", PartnerKind.Country, ["MT"], []);
        var problem = new Problem(Position.File, "organisation.unknown", Severity.Warning, "", null, name);
        Assert.Empty(new KnownNames([partner]).Settle(new RecordRead("A", Position.File, null, [problem])).Problems);
        Assert.Single(new KnownNames([partner with { Countries = ["IT"] }]).Settle(new RecordRead("A", Position.File, null, [problem])).Problems);
        Assert.Single(new KnownNames([partner with { Kind = PartnerKind.Organisation }]).Settle(new RecordRead("A", Position.File, null, [problem])).Problems);
    }

    [Theory, MemberData(nameof(Formats))]
    public async Task A_stranger_is_kept_with_a_warning(string file, Func<string, string, string> content)
    {
        var partner = await app.NewPartnerAsync();
        var receipt = await SendAsync(partner.Value, file, content(Stranger, "P-1"));
        Assert.Contains("organisation.unknown", Rules(receipt));
        Assert.Equal(Stranger, Assert.Single((await app.ProjectAsync(partner, "P-1"))!.Project.Organisations).Organisation.Name);
    }

    [Fact]
    public async Task The_page_says_once_what_holds_for_many_lines_and_the_lists_say_each()
    {
        var partner = await app.NewPartnerAsync();
        var table = new StringBuilder("Reference,Title,Donor\r\n");
        for (var number = 1; number <= 40; number++) table.Append($"P-{number},Title {number},{Stranger}\r\n");
        var receipt = await SendAsync(partner.Value, "many.csv", table.ToString());
        Assert.Equal(40, Rules(receipt).Count(static rule => rule == "organisation.unknown"));
        using var client = app.Secretariat;
        var page = await client.GetStringAsync($"api/uploads/{receipt.Text("upload")}?format=html", Stop);
        Assert.Single(page.Split("is not in the list of organisations").Skip(1));
        Assert.Contains("Also in lines 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14 and 27 more.", page, StringComparison.Ordinal);
    }

    private async Task<JsonElement> SendAsync(string partner, string file, string content)
    {
        using var client = app.Client("partner", partner);
        return await app.SendAsync(client, file, content);
    }

    private static List<string> Rules(JsonElement receipt) => [.. receipt.GetProperty("problems").EnumerateArray().Select(static problem => problem.Text("rule"))];
}
