using ParisPact.Functions.Mail;

namespace ParisPact.Tests.Mail;

public sealed class When_mails_have_been_kept_long_enough(AzuriteServer azurite)
{
    [Fact]
    public async Task What_was_sent_or_failed_is_forgotten_and_its_key_is_not()
    {
        await using var server = new SmtpStandIn { Answer = said => said.Contains("gone@", StringComparison.Ordinal) ? "550 no such person" : said.Contains("slow@", StringComparison.Ordinal) ? "450 later" : null };
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync("old/sent");
        await outbox.HandOverAsync("old/failed", "gone@partner.example");
        await outbox.HandOverAsync("old/waiting", "slow@partner.example");
        await outbox.RunAsync();
        outbox.Clock.Advance(TimeSpan.FromDays(40));
        await outbox.HandOverAsync("new/sent");
        await outbox.RunAsync();
        await outbox.Store.PurgeAsync(outbox.Clock.GetUtcNow().AddDays(-30), TestOutbox.Stop);
        Assert.Equal(["new/sent"], (await outbox.SentAsync()).Select(mail => mail.Key));
        Assert.Null(await outbox.OpenAsync("old/failed"));
        Assert.IsType<HandOver.Known>(await outbox.HandOverAsync("old/sent"));
        Assert.IsType<HandOver.Known>(await outbox.HandOverAsync("old/failed", "gone@partner.example"));
        Assert.Null(await outbox.Outbox.RetryAsync(MailId.Of("old/failed"), TestOutbox.Stop));
    }

    [Fact]
    public async Task Contents_without_a_row_go_and_those_that_wait_stay()
    {
        var outbox = new TestOutbox(azurite, 9);
        await outbox.HandOverAsync("old/waiting");
        var waiting = (await outbox.OpenAsync("old/waiting"))!.Blob;
        await (await outbox.Store.ContentAsync("stray/1.eml")).UploadAsync(BinaryData.FromString("x"), TestOutbox.Stop);
        await outbox.Store.PurgeAsync(TimeProvider.System.GetUtcNow().AddDays(1), TestOutbox.Stop);
        Assert.False(await (await outbox.Store.ContentAsync("stray/1.eml")).ExistsAsync(TestOutbox.Stop));
        Assert.True(await (await outbox.Store.ContentAsync(waiting)).ExistsAsync(TestOutbox.Stop));
    }
}
