using System.Net;
using System.Text;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ParisPact.Domain.Partners;
using ParisPact.Functions;
using ParisPact.Functions.Intake;
using ParisPact.Functions.Platform;

namespace ParisPact.Tests.Intake;

[Collection(RunningAppTests.Name)]
public sealed class When_an_event_or_an_intake_was_lost(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dropped_file_without_a_receipt_gets_one_by_the_sweep()
    {
        var partner = await app.NewPartnerAsync();
        await WriteAsync($"{partner}/unseen.csv", SampleFiles.Csv(2));
        using var client = app.Client("partner", partner.Value);
        Assert.Empty((await client.GetJsonAsync("api/uploads")).GetProperty("items").EnumerateArray());
        await SweepAsync();
        var receipt = await app.NewestReceiptAsync(partner.Value);
        Assert.Equal((2, 0, 0, 0, 0), receipt.Counts());
        // The event comes after all, and the sweep comes by again.
        await app.Host.TakeBlobs(Stop);
        await SweepAsync();
        Assert.Single((await client.GetJsonAsync("api/uploads")).GetProperty("items").EnumerateArray());
        Assert.Equal(1, (await app.ProjectAsync(partner, "P-1"))?.Version);
    }

    [Fact]
    public async Task A_sweep_by_a_clock_that_ran_ahead_hides_no_later_file_from_the_next_one()
    {
        var partner = await app.NewPartnerAsync();
        await SweepAsync(TimeSpan.FromDays(3));
        await WriteAsync($"{partner}/unseen.csv", SampleFiles.Csv(2));
        await SweepAsync();
        Assert.Equal((2, 0, 0, 0, 0), (await app.NewestReceiptAsync(partner.Value)).Counts());
    }

    [Fact]
    public async Task A_file_that_was_only_just_dropped_is_left_to_its_event()
    {
        var partner = await app.NewPartnerAsync();
        await WriteAsync($"{partner}/new.csv", SampleFiles.Csv(1));
        await SweepAsync(TimeSpan.Zero);
        using var client = app.Client("partner", partner.Value);
        Assert.Empty((await client.GetJsonAsync("api/uploads")).GetProperty("items").EnumerateArray());
        await app.Host.TakeBlobs(Stop);
        Assert.Equal((1, 0, 0, 0, 0), (await app.NewestReceiptAsync(partner.Value)).Counts());
    }

    [Fact]
    public async Task An_upload_that_is_in_the_book_and_that_nothing_works_on_is_started()
    {
        var partner = await app.NewPartnerAsync();
        await WriteAsync($"{partner}/stuck.csv", SampleFiles.Csv(1));
        var upload = (await app.Get<UploadStart>().FindAsync($"{partner}/stuck.csv", Stop))!;
        Assert.True(await app.Get<UploadBook>().AddAsync(upload, Stop));
        await SweepAsync();
        Assert.Equal((1, 0, 0, 0, 0), (await app.ReceiptAsync(upload.Id)).Counts());
    }

    [Fact]
    public async Task A_take_back_that_never_began_leaves_the_receipt_readable_and_can_be_asked_for_again()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var upload = (await app.SendAsync(client, "a.csv", SampleFiles.Csv(1))).Text("upload");
        var book = app.Get<UploadBook>();
        await book.SaveAsync((await book.ReadAsync(upload, Stop))! with { Busy = true }, Stop);
        // The file's event once more, meanwhile: it is no reason to take the file in again.
        await app.Get<UploadStart>().StartAsync((await book.ReadAsync(upload, Stop))!.Upload.Blob, app.Host.Durable, Stop);
        await SweepAsync();
        Assert.Equal((1, 0, 0, 0, 0), (await app.ReceiptAsync(upload)).Counts());
        using var again = await client.PostAsync($"api/uploads/{upload}/take-back", null, Stop);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        Assert.Contains("taken back", (await app.ReceiptAsync(upload)).Text("sentence"), StringComparison.OrdinalIgnoreCase);
        Assert.True((await app.ProjectAsync(partner, "P-1"))?.Withdrawn);
    }

    [Fact]
    public async Task A_take_back_that_is_asked_for_twice_at_once_is_done_once()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var upload = (await app.SendAsync(client, "a.csv", SampleFiles.Csv(3))).Text("upload");
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => client.PostAsync($"api/uploads/{upload}/take-back", null, Stop)));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Accepted);
        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.Accepted, HttpStatusCode.Conflict]));
        var receipt = await app.ReceiptAsync(upload);
        Assert.Equal(3, receipt.GetProperty("takenBack").GetProperty("withdrawn").GetInt32());
        Assert.Equal(2, (await app.ProjectAsync(partner, "P-1"))?.Version);
        foreach (var answer in answers) answer.Dispose();
    }

    [Fact]
    public async Task A_fault_of_ours_is_told_and_the_secretariat_has_the_file_taken_in_again()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        // A mapping that no version of ours wrote: a fault inside, whatever the file.
        await BreakMappingAsync(partner);
        var receipt = await app.SendAsync(client, "a.csv", SampleFiles.Csv(2));
        var upload = receipt.Text("upload");
        Assert.Equal("refused", receipt.Text("state"));
        Assert.Equal(["system.fault fatal "], receipt.Problems());
        Assert.StartsWith($"{upload}-", receipt.Text("fault"), StringComparison.Ordinal);
        Assert.DoesNotContain("Json", receipt.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", receipt.GetRawText(), StringComparison.Ordinal);
        Assert.Null(await app.ProjectAsync(partner, "P-1"));
        await app.NothingIsStagedAsync(upload);
        Assert.Equal(0, await app.PoisonedAsync());

        using var own = await client.PostAsync($"api/uploads/{upload}/retry", null, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, own.StatusCode);
        await app.Get<ColumnMappings>().DeleteAsync(partner, Stop);
        using var secretariat = app.Secretariat;
        using var again = await secretariat.PostAsync($"api/uploads/{upload}/retry", null, Stop);
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        var good = await app.ReceiptAsync(upload);
        Assert.Equal((2, 0, 0, 0, 0), good.Counts());
        Assert.Empty(good.Problems());
        using var third = await secretariat.PostAsync($"api/uploads/{upload}/retry", null, Stop);
        Assert.Equal(HttpStatusCode.Conflict, third.StatusCode);
        using var none = await secretariat.PostAsync("api/uploads/0000000000000000/retry", null, Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task What_was_meant_by_a_file_is_forgotten_once_it_is_in_the_book_or_can_come_no_more()
    {
        var partner = await app.NewPartnerAsync();
        using var client = app.Client("partner", partner.Value);
        var upload = (await app.SendAsync(client, "a.csv", SampleFiles.Csv(1), "&dryRun=true")).Text("upload");
        var (sent, intents) = ((await app.Get<UploadBook>().ReadAsync(upload, Stop))!.Upload.Blob, app.Get<UploadIntents>());
        var intent = await intents.OfAsync(sent, Stop);
        Assert.True(intent is { DryRun: true });
        // One whose link nobody used, and one that is there and that nobody has seen yet.
        var (never, late) = ($"{partner}/never.csv", $"{partner}/late.csv");
        foreach (var blob in (string[])[never, late]) await intents.ExpectAsync(blob, intent!, Stop);
        await SweepAsync();
        Assert.NotNull(await intents.OfAsync(never, Stop));
        await WriteAsync(late, SampleFiles.Csv(2));
        Assert.True((await app.Get<UploadStart>().FindAsync(late, Stop))!.DryRun);

        await SweepAsync(TimeSpan.FromDays(2));
        Assert.Null(await intents.OfAsync(sent, Stop));
        Assert.Null(await intents.OfAsync(never, Stop));
        var taken = (await app.Get<UploadStart>().FindAsync(late, Stop))!;
        Assert.True((await app.Get<UploadBook>().ReadAsync(taken.Id, Stop))!.Upload.DryRun);
        Assert.Null(await app.ProjectAsync(partner, "P-2"));
    }

    private async Task BreakMappingAsync(PartnerId partner) =>
        await (await app.Get<Storage>().TableAsync(ColumnMappings.Table)).UpsertEntityAsync(
            new Azure.Data.Tables.TableEntity("mappings", partner.Value) { ["Columns"] = "broken"u8.ToArray() }, cancellationToken: Stop);

    private async Task WriteAsync(string blob, string text)
    {
        var client = new BlobContainerClient(app.Connection, "uploads");
        await client.CreateIfNotExistsAsync(cancellationToken: Stop);
        await client.GetBlobClient(blob).UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(text)), Stop);
    }

    /// <summary>As the timer does it, some time after now.</summary>
    private Task<int> SweepAsync(TimeSpan? later = null) => new UploadSweep(
        app.Get<Storage>(), app.Get<UploadBook>(), app.Get<UploadsAtWork>(), app.Get<UploadIntents>(), app.Get<UploadStart>(), new Later(later ?? TimeSpan.FromMinutes(10)), app.Get<IOptions<Settings>>(), NullLogger<UploadSweep>.Instance)
        .RunAsync(app.Host.Durable, Stop);
}
