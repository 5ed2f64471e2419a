using System.Net;
using ParisPact.Domain.Partners;
using ParisPact.Tests.Intake;

namespace ParisPact.Tests.Duplicates;

public sealed class When_the_night_comes(AzuriteServer azurite)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_two_tell_of_one_project_and_what_overlaps_is_found_reported_and_mailed_once()
    {
        await using var nights = await Nights.StartAsync(azurite);
        await nights.PartnerAsync("donor", new Person("Afghan desk", Role.Coordinator, "afghan@donor.example", ["AF"], []), new Person("Uzbek desk", Role.Coordinator, "uzbek@donor.example", ["UZ"], []));
        await nights.PartnerAsync("agency");
        await nights.PartnerAsync("third");
        await nights.EnterAsync([Told.OnceByDonor, Told.AgainByAgency, Told.Beside, .. Told.Elsewhere]);

        var outcome = await nights.RunAsync();
        Assert.Equal((6, 1), (outcome.GetProperty("projects").GetInt32(), outcome.GetProperty("mails").GetInt32()));
        var same = await nights.PairAsync(Told.OnceByDonor, Told.AgainByAgency);
        Assert.Equal(("same", "new", nights.Night), (same.Text("kind"), same.Text("state"), same.Text("foundOn")));
        var overlap = await nights.PairAsync(Told.OnceByDonor, Told.Beside);
        Assert.Equal(("overlap", "new"), (overlap.Text("kind"), overlap.Text("state")));
        using var client = nights.Client("analyst");
        foreach (var (file, type) in new[] { ("report.html", "text/html"), ("report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), ("report.json", "application/json") })
        {
            using var answer = await client.GetAsync($"api/duplicates/reports/{nights.Night}/{file}", Stop);
            Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Stop));
        }

        string[] mails = [$"duplicates/{nights.Night}/donor/afghan@donor.example"];
        Assert.Equal(mails, await nights.MailedAsync());

        // Again in the same night.
        var pairs = await FoundAsync(nights);
        Assert.Equal(0, (await nights.RunAsync()).GetProperty("mails").GetInt32());
        Assert.Equal(pairs, await FoundAsync(nights));
        Assert.Equal(0, (await nights.RunAsync(full: true)).GetProperty("mails").GetInt32());
        Assert.Equal(pairs, await FoundAsync(nights));
        Assert.Equal(mails, await nights.MailedAsync());

        // The next night, with nothing changed.
        var first = nights.Night;
        nights.Pass(TimeSpan.FromDays(1));
        var next = await nights.RunAsync();
        Assert.Equal((0, 0, false), (next.GetProperty("mails").GetInt32(), next.GetProperty("changed").GetInt32(), next.GetProperty("full").GetBoolean()));
        Assert.All(await nights.PairsAsync(), pair => Assert.Equal(("open", first), (pair.Text("state"), pair.Text("foundOn"))));
        Assert.Equal(pairs.Length, (await nights.PairsAsync()).Length);
        Assert.Equal(mails, await nights.MailedAsync());
    }

    [Fact]
    public async Task With_no_project_and_with_one_there_is_a_short_report()
    {
        await using var nights = await Nights.StartAsync(azurite);
        await nights.PartnerAsync("donor", new Person("Afghan desk", Role.Coordinator, "afghan@donor.example", ["AF"], []));
        Assert.Equal(0, (await nights.RunAsync()).GetProperty("projects").GetInt32());
        await nights.EnterAsync(Told.OnceByDonor);
        Assert.Equal(1, (await nights.RunAsync()).GetProperty("projects").GetInt32());
        Assert.Empty(await nights.PairsAsync());
        Assert.Empty(await nights.MailedAsync());
        using var client = nights.Client("analyst");
        using var page = await client.GetAsync($"api/duplicates/reports/{nights.Night}/report.html", Stop);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);

        // The other telling comes, and there is something to compare.
        await nights.EnterAsync(Told.AgainByAgency);
        Assert.Equal(2, (await nights.RunAsync()).GetProperty("projects").GetInt32());
        Assert.Equal("same", (await nights.PairAsync(Told.OnceByDonor, Told.AgainByAgency)).Text("kind"));
    }

    [Fact]
    public async Task There_is_no_report_and_no_run_of_any_other_night()
    {
        await using var nights = await Nights.StartAsync(azurite);
        using var client = nights.Client("coordinator");
        foreach (var address in (string[])["duplicates/reports/2026-11-23/report.html", "duplicates/reports/yesterday/report.html", "duplicates/reports/2026-11-24/report.pdf", "duplicates/runs/duplicates-2026-11-23", "duplicates/runs/ingest-1"])
        {
            using var answer = await client.GetAsync($"api/{address}", Stop);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }

        using var bad = await client.PostAsync("api/duplicates/runs?full=perhaps", null, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, bad.StatusCode);
        using var partner = nights.Client("partner", "donor");
        using var refused = await partner.PostAsync("api/duplicates/runs", null, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    private static async Task<string[]> FoundAsync(Nights nights) => [.. (await nights.PairsAsync()).Select(static pair => $"{pair.Text("id")} {pair.Text("kind")} {pair.Text("state")} {pair.GetProperty("weight")}")];
}
