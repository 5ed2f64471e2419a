using System.Net;
using System.Text;
using ParisPact.Domain.Projects;
using ParisPact.Tests.Intake;

namespace ParisPact.Tests.Duplicates;

public sealed class When_somebody_decides(AzuriteServer azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pair_is_not_reported_again_until_a_change_speaks_against_it()
    {
        await using var nights = await StartAsync();
        using var coordinator = nights.Coordinator;
        var pair = (await nights.PairAsync(Told.OnceByDonor, Told.AgainByAgency)).Text("id");
        var (status, decided, _) = await Nights.DecideAsync(coordinator, pair, "same", "one telephone call");
        Assert.Equal((HttpStatusCode.OK, "decided", "same"), (status, decided.GetProperty("pair").Text("state"), decided.GetProperty("pair").Text("verdict")));

        // What is said again is not said twice.
        var (_, again, _) = await Nights.DecideAsync(coordinator, pair, "same", "one telephone call");
        Assert.Equal(1, again.GetProperty("history").GetArrayLength());

        // A change that does not matter.
        nights.Pass(TimeSpan.FromDays(1));
        await nights.EnterAsync(Told.AgainByAgency with { Website = "https://agency.example/77" });
        await nights.RunAsync();
        Assert.Equal("decided", (await nights.PairAsync(Told.OnceByDonor, Told.AgainByAgency)).Text("state"));

        // A change that does.
        nights.Pass(TimeSpan.FromDays(1));
        var other = Told.AgainByAgency with
        {
            Titles = [new Narrative("School meals in the north")],
            Descriptions = [new Description(1, [new Narrative("Kitchens and gardens for eleven schools.")])],
            Dates = new ProjectDates(PlannedStart: new(2031, 1, 1), PlannedEnd: new(2034, 12, 31)),
        };
        await nights.EnterAsync(other);
        Assert.Equal(1, (await nights.RunAsync()).GetProperty("reopened").GetInt32());
        Assert.Equal("reopened", (await nights.PairAsync(Told.OnceByDonor, Told.AgainByAgency)).Text("state"));
        using var later = nights.Coordinator;
        var (seen, shown, _) = await Nights.SendAsync(later, HttpMethod.Get, $"api/duplicates/{pair}");
        Assert.True(seen == HttpStatusCode.OK, shown.ToString());
        Assert.Contains(shown.GetProperty("changes").EnumerateArray(), change => change.GetString()!.StartsWith("Title: was \"are the same\"", StringComparison.Ordinal));

        // And the next word is the last again.
        await Nights.DecideAsync(later, pair, "unrelated");
        Assert.Equal("decided", (await nights.PairAsync(Told.OnceByDonor, Told.AgainByAgency)).Text("state"));
    }

    [Fact]
    public async Task Only_those_whose_pair_it_is_may_and_only_on_what_they_saw()
    {
        await using var nights = await StartAsync();
        var pair = (await nights.PairAsync(Told.OnceByDonor, Told.AgainByAgency)).Text("id");
        using var stranger = nights.Client("partner", "third");
        using var analyst = nights.Client("analyst");
        using var agency = nights.Client("partner", "agency");
        Assert.Equal(HttpStatusCode.Forbidden, (await Nights.DecideAsync(stranger, pair, "same")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Nights.DecideAsync(analyst, pair, "same")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Nights.DecideAsync(agency, pair, "perhaps")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Nights.DecideAsync(agency, new string('x', 22), "same")).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Nights.DecideAsync(agency, pair, "same", tag: "\"9-9-9-9\"")).Status);
        var tag = (await Nights.SendAsync(agency, HttpMethod.Get, $"api/duplicates/{pair}")).Tag;
        Assert.Equal(HttpStatusCode.OK, (await Nights.DecideAsync(agency, pair, "related", tag: tag)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Nights.DecideAsync(agency, pair, "same", tag: tag)).Status);
        Assert.Equal(pair, Assert.Single(await nights.PairsAsync("&verdict=related")).Text("id"));
        Assert.DoesNotContain(await nights.PairsAsync("&verdict=none"), other => other.Text("id") == pair);
    }

    [Fact]
    public async Task Sums_that_are_asked_to_count_it_once_do()
    {
        await using var nights = await StartAsync();
        using var coordinator = nights.Coordinator;
        var pair = (await nights.PairAsync(Told.OnceByDonor, Told.AgainByAgency)).Text("id");
        await Nights.DecideAsync(coordinator, pair, "same");
        foreach (var (query, count, usd) in new[] { ("", 6, 4_044_000m), ("?distinct=true", 5, 2_809_500m), ("?distinct=true&partner=donor", 2, 1_544_500m), ("?distinct=true&partner=agency", 2, 1_329_500m) })
        {
            var (_, facets, _) = await Nights.SendAsync(coordinator, HttpMethod.Get, $"api/projects/facets{query}");
            Assert.Equal((count, usd), (facets.GetProperty("total").GetInt32(), facets.GetProperty("usd").GetDecimal()));
            var (_, matrix, _) = await Nights.SendAsync(coordinator, HttpMethod.Get, $"api/projects/matrix{query}");
            Assert.Equal(count, matrix.GetProperty("total").GetInt32());
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await Nights.SendAsync(coordinator, HttpMethod.Get, "api/projects/facets?distinct=maybe")).Status);
    }

    [Fact]
    public async Task Verdicts_go_out_as_a_file_and_come_back_whole_or_not_at_all()
    {
        await using var nights = await StartAsync();
        using var coordinator = nights.Coordinator;
        const string Wrong = "verdict;first_partner;first_reference;second_partner;second_reference;note\r\nsame;donor;D-1;agency;AG/77;ok\r\nperhaps;donor;D-2;agency;AG/78;\r\nsame;donor;D-404;agency;AG/78;\r\n";
        var (status, mistakes, _) = await Nights.SendAsync(coordinator, HttpMethod.Post, "api/duplicates/verdicts", Wrong, type: "text/csv");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(mistakes.GetProperty("errors").TryGetProperty("line 3, verdict", out _));
        Assert.Empty(await nights.PairsAsync("&verdict=same"));

        const string Right = "verdict;first_partner;first_reference;second_partner;second_reference;note\r\nsame;donor;D-1;agency;AG/77;=1+1\r\n;donor;D-2;agency;AG/78;\r\nunrelated;donor;D-2;agency;AG/78;\r\n";
        var (_, taken, _) = await Nights.SendAsync(coordinator, HttpMethod.Post, "api/duplicates/verdicts", Right, type: "text/csv");
        Assert.Equal((2, 0, 1), (taken.GetProperty("taken").GetInt32(), taken.GetProperty("unchanged").GetInt32(), taken.GetProperty("blank").GetInt32()));
        var file = await coordinator.GetStringAsync("api/duplicates/verdicts", Stop);
        Assert.Contains(",same,'=1+1,", file, StringComparison.Ordinal);
        var (_, same, _) = await Nights.SendAsync(coordinator, HttpMethod.Post, "api/duplicates/verdicts", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(file)), type: "text/csv");
        Assert.Equal((0, 2), (same.GetProperty("taken").GetInt32(), same.GetProperty("unchanged").GetInt32()));
    }

    private async Task<Nights> StartAsync()
    {
        var nights = await Nights.StartAsync(azurite);
        foreach (var partner in new[] { "donor", "agency", "third" }) await nights.PartnerAsync(partner);
        await nights.EnterAsync([Told.OnceByDonor, Told.AgainByAgency, Told.Beside, .. Told.Elsewhere]);
        await nights.RunAsync();
        return nights;
    }
}
