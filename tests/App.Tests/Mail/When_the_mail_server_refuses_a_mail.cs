using ParisPact.Functions.Mail;

namespace ParisPact.Tests.Mail;

public sealed class When_the_mail_server_refuses_a_mail(AzuriteServer azurite)
{
    [Theory]
    [InlineData("RCPT")]
    [InlineData(".")]
    public async Task For_now_it_goes_out_later(string command)
    {
        await using var server = new SmtpStandIn { Answer = said => said.StartsWith(command, StringComparison.Ordinal) ? "451 greylisted" : null };
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync("night/1");
        await outbox.RunAsync();
        var mail = (await outbox.OpenAsync("night/1"))!;
        Assert.Equal((MailState.Waiting, 1, "451 greylisted"), (mail.State, mail.Tries, mail.LastError));
        Assert.True(mail.Due > outbox.Clock.GetUtcNow());
        server.Answer = _ => null;
        await outbox.RunAsync();
        Assert.Empty(server.Taken);
        await outbox.RunAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Single(server.Taken);
        Assert.Null(await outbox.OpenAsync("night/1"));
    }

    [Fact]
    public async Task For_now_and_for_days_it_is_given_up_with_the_reason()
    {
        await using var server = new SmtpStandIn { Answer = said => said.StartsWith("RCPT", StringComparison.Ordinal) ? "452 mailbox full" : null };
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync("night/1");
        for (var hours = 0; hours < 5 * 24; hours += 6)
        {
            await outbox.RunAsync();
            Assert.Equal(MailState.Waiting, (await outbox.OpenAsync("night/1"))!.State);
            outbox.Clock.Advance(TimeSpan.FromHours(6));
        }

        await outbox.RunAsync();
        var mail = (await outbox.OpenAsync("night/1"))!;
        Assert.Equal((MailState.Failed, "452 mailbox full"), (mail.State, mail.LastError));
    }

    [Fact]
    public async Task For_one_of_two_recipients_the_other_gets_it_once_and_the_reason_is_kept()
    {
        await using var server = new SmtpStandIn { Answer = said => said.Contains("gone@", StringComparison.Ordinal) ? "550 no such person" : null };
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync("night/1", "gone@partner.example", "there@partner.example");
        await outbox.HandOverAsync("night/2");
        await outbox.RunAsync();
        await outbox.RunAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(["there@partner.example", "a.person@partner.example"], server.Taken.SelectMany(mail => mail.To).OrderDescending());
        var mail = (await outbox.OpenAsync("night/1"))!;
        Assert.Equal(MailState.Failed, mail.State);
        Assert.Equal([(MailState.Failed, "550 no such person"), (MailState.Sent, null)], mail.Addressees.Select(one => (one.State, one.Reason)));
    }

    [Fact]
    public async Task For_now_to_one_of_two_recipients_only_that_one_gets_it_later()
    {
        await using var server = new SmtpStandIn { Answer = said => said.Contains("slow@", StringComparison.Ordinal) ? "450 later" : null };
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync("night/1", "slow@partner.example", "there@partner.example");
        await outbox.RunAsync();
        server.Answer = _ => null;
        await outbox.RunAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(["there@partner.example", "slow@partner.example"], server.Taken.Select(mail => Assert.Single(mail.To)));
        Assert.Single(server.Taken.Select(mail => mail.Message.MessageId).Distinct());
        Assert.Single(await outbox.SentAsync());
    }

    [Theory]
    [InlineData(".", "554 looks like spam")]
    [InlineData("MAIL", "552 too large for us")]
    public async Task As_such_it_has_failed_and_the_next_one_goes_out(string command, string answer)
    {
        await using var server = new SmtpStandIn();
        server.Answer = said => server.Taken.IsEmpty && said.StartsWith(command, StringComparison.Ordinal) ? answer : null;
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync("night/1");
        await outbox.RunAsync();
        var mail = (await outbox.OpenAsync("night/1"))!;
        Assert.Equal((MailState.Failed, answer), (mail.State, mail.LastError));
        server.Answer = _ => null;
        await outbox.HandOverAsync("night/2");
        await outbox.RunAsync();
        Assert.Equal(MailId.Of("night/2"), Assert.Single(server.Taken).Message.MessageId!.Split('@')[0]);
    }

    [Fact]
    public async Task An_address_that_is_none_is_kept_with_its_reason_and_holds_nobody_up()
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync("night/1", "nobody at all", "имя@partner.example", "there@partner.example");
        await outbox.HandOverAsync("night/2", "@");
        await outbox.RunAsync();
        Assert.Equal(["there@partner.example"], Assert.Single(server.Taken).To);
        Assert.Equal(2, (await outbox.OpenAsync("night/1"))!.Addressees.Count(one => one is { State: MailState.Failed, Reason: not null }));
        Assert.Equal(MailState.Failed, (await outbox.OpenAsync("night/2"))!.State);
    }

    [Fact]
    public async Task A_mail_that_is_too_large_fails_without_being_sent()
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync(TestOutbox.Mail("night/1") with { Attachments = [new MailAttachment.Bytes("all.bin", "application/octet-stream", new byte[900_000])] });
        await outbox.RunAsync();
        Assert.Empty(server.Taken);
        Assert.Contains("Mail:LargestMegabytes", (await outbox.OpenAsync("night/1"))!.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_whose_content_is_gone_or_spoilt_fails_and_holds_nobody_up()
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port);
        foreach (var key in (string[])["gone", "spoilt", "whole"]) await outbox.HandOverAsync(key);
        await (await outbox.Store.ContentAsync((await outbox.OpenAsync("gone"))!.Blob)).DeleteAsync(cancellationToken: TestOutbox.Stop);
        await (await outbox.Store.ContentAsync((await outbox.OpenAsync("spoilt"))!.Blob)).UploadAsync(BinaryData.FromBytes(Array.Empty<byte>()), overwrite: true, TestOutbox.Stop);
        await outbox.RunAsync();
        Assert.Equal(MailId.Of("whole"), Assert.Single(server.Taken).Message.MessageId!.Split('@')[0]);
        Assert.Equal(MailState.Failed, (await outbox.OpenAsync("gone"))!.State);
        Assert.Equal(MailState.Failed, (await outbox.OpenAsync("spoilt"))!.State);
    }
}
