using System.Net;
using System.Text;
using System.Text.Json;
using ParisPact.Domain.Partners;
using ParisPact.Domain.Projects;

namespace ParisPact.Tests.Intake;

/// <summary>What IATI lets in and JSON would add to, look for or refuse, if its readers went by their own lights.</summary>
[Collection(RunningAppTests.Name)]
public sealed class When_an_export_comes_back(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_changes_nothing_and_refuses_nothing_through_any_door()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await TakeInAsync(partner);
        byte[] export = [];
        await RunningApp.UntilAsync(
            async () =>
            {
                export = await client.GetByteArrayAsync($"api/projects?partner={partner}&format=json", Stop);
                using var read = JsonDocument.Parse(export);
                return read.RootElement.GetProperty("projects").GetArrayLength() == 2;
            },
            "the look-up shows both projects");
        foreach (var door in Enum.GetValues<Door>())
        {
            var receipt = await app.SendThroughAsync(door, partner, $"back-{door}.json", export);
            Assert.True(receipt.Counts() == (0, 0, 2, 0, 0), $"{door}: {receipt.GetRawText()}");
        }

        var trial = await app.SendAsync(client, "trial.json", export, "&dryRun=true");
        Assert.True(trial.Counts() == (0, 0, 2, 0, 0), trial.GetRawText());
    }

    [Fact]
    public async Task One_project_that_is_shown_and_put_back_stays_as_it_is()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        await TakeInAsync(partner);
        foreach (var reference in (string[])["X  1 <a>", "X-2"])
        {
            var address = $"api/projects/{partner}/{ProjectReference.From(reference)!.Id}";
            using var shown = await client.GetAsync(address, Stop);
            using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ByteArrayContent(await shown.Content.ReadAsByteArrayAsync(Stop)) };
            request.Content.Headers.ContentType = new("application/json");
            request.Headers.TryAddWithoutValidation("If-Match", shown.Headers.ETag!.ToString());
            using var put = await client.SendAsync(request, Stop);
            Assert.True(put.StatusCode == HttpStatusCode.OK, await put.Content.ReadAsStringAsync(Stop));
            Assert.Equal((1, shown.Headers.ETag), ((await app.ProjectAsync(partner, reference))!.Version, put.Headers.ETag));
        }
    }

    private async Task TakeInAsync(PartnerId partner)
    {
        var first = Iati.Reading.Activity(
            attributes: "hierarchy='0'",
            identifier: "<iati-identifier>X  1 &lt;a&gt;</iati-identifier>",
            title: "<title><narrative xml:lang='fr'>Un</narrative><narrative>Un</narrative></title>",
            participants: "<participating-org role='1'><narrative>UNODC office</narrative></participating-org><participating-org role='4' ref='XM-DAC-41128'/><participating-org role='2' ref='  A &amp;amp; B'><narrative>UNODC</narrative></participating-org>",
            dates: "<activity-date type='1' iso-date='1398-05-01'/><activity-date type='2' iso-date='2204-01-01'/>",
            recipients: "<recipient-region code='998' vocabulary='2' percentage='80'><narrative>Crisis Response Unit</narrative></recipient-region><recipient-country code='AF' percentage='90'/>",
            sectors: "<sector code='160' vocabulary='1'/><sector code='Police training' vocabulary='1'/><sector code='16063' vocabulary='7'/>",
            more: "<contact-info><organisation><narrative>A</narrative></organisation><telephone>1  2   3</telephone></contact-info><document-link url='https://example.org/?a=1&amp;amp;b=2'><category code='A12'/></document-link>");
        var second = Iati.Reading.Activity(identifier: "<iati-identifier>X-2</iati-identifier>", title: $"<title><narrative>{new string('x', 999) + " " + new string('y', 999)}</narrative></title>");
        var receipt = await app.SendThroughAsync(Door.Request, partner, "first.xml", Encoding.UTF8.GetBytes(Iati.Reading.File(first + second)));
        Assert.True(receipt.Counts() == (2, 0, 0, 0, 0), receipt.GetRawText());
    }
}
