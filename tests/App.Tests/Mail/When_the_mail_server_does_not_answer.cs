using ParisPact.Functions.Mail;

namespace ParisPact.Tests.Mail;

public sealed class When_the_mail_server_does_not_answer(AzuriteServer azurite)
{
    [Fact]
    public async Task Mails_wait_and_all_go_out_once_it_is_back()
    {
        await using var server = new SmtpStandIn();
        server.Stop();
        var outbox = new TestOutbox(azurite, server.Port);
        for (var number = 0; number < 5; number++) await outbox.HandOverAsync($"night/{number}");
        await outbox.RunAsync();
        Assert.Equal(5, (await outbox.Outbox.ConditionAsync(TestOutbox.Stop)).Waiting);
        server.Start();
        await outbox.RunAfterAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(Enumerable.Range(0, 5).Select(number => $"{MailId.Of($"night/{number}")}@sample.example").Order(), server.Taken.Select(mail => mail.Message.MessageId).Order());
        Assert.Equal(new OutboxCondition(0, 0, null, IsStuck: false), await outbox.Outbox.ConditionAsync(TestOutbox.Stop));
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task One_mail_tries_it_and_the_others_wait_for_the_next_run()
    {
        await using var server = new SmtpStandIn();
        server.Stop();
        var outbox = new TestOutbox(azurite, server.Port);
        for (var number = 0; number < 5; number++) await outbox.HandOverAsync($"night/{number}");
        await outbox.RunAsync();
        Assert.Single(await outbox.Store.OpenAsync(TestOutbox.Stop), mail => mail.Tries == 1 && mail.LastError is not null);
    }

    [Fact]
    public async Task Tries_become_rarer_and_go_on_without_end()
    {
        await using var server = new SmtpStandIn();
        server.Stop();
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync("night/1");
        var waits = new List<TimeSpan>();
        for (var tries = 0; tries < 12; tries++)
        {
            await outbox.RunAsync();
            var mail = (await outbox.OpenAsync("night/1"))!;
            Assert.Equal((MailState.Waiting, tries + 1), (mail.State, mail.Tries));
            waits.Add(mail.Due - outbox.Clock.GetUtcNow());
            outbox.Clock.Advance(waits[^1]);
        }

        Assert.InRange(waits[0], TimeSpan.FromSeconds(45), TimeSpan.FromSeconds(75));
        Assert.InRange(waits[2], TimeSpan.FromMinutes(3), TimeSpan.FromMinutes(5));
        Assert.All(waits, wait => Assert.True(wait <= TimeSpan.FromMinutes(25)));
        server.Start();
        await outbox.RunAfterAsync(TimeSpan.FromDays(30));
        Assert.Single(server.Taken);
    }

    [Theory]
    [InlineData("EHLO", "421 too busy")]
    [InlineData("MAIL", "451 try later")]
    [InlineData("MAIL", "550 you may not send from this address")]
    [InlineData(".", "421 going down")]
    public async Task What_it_says_of_us_and_not_of_the_mail_only_delays(string command, string answer)
    {
        await using var server = new SmtpStandIn { Answer = said => said.StartsWith(command, StringComparison.Ordinal) ? answer : null };
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync("night/1");
        await outbox.RunAsync();
        var mail = (await outbox.OpenAsync("night/1"))!;
        Assert.Equal(MailState.Waiting, mail.State);
        Assert.NotNull(mail.LastError);
        server.Answer = _ => null;
        await outbox.RunAfterAsync(TimeSpan.FromMinutes(2));
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task Or_will_not_have_us_sign_in_mails_wait_for_an_operator()
    {
        await using var server = new SmtpStandIn { Answer = said => said.StartsWith("EHLO", StringComparison.Ordinal) ? "250-stand-in\r\n250 AUTH PLAIN" : said.StartsWith("AUTH", StringComparison.Ordinal) ? "535 wrong password" : null };
        var outbox = new TestOutbox(azurite, server.Port, user: "office");
        await outbox.HandOverAsync("night/1");
        await outbox.RunAsync();
        var mail = (await outbox.OpenAsync("night/1"))!;
        Assert.Equal(MailState.Waiting, mail.State);
        Assert.Contains("535", mail.LastError, StringComparison.Ordinal);
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData("StartTls")]
    [InlineData("Implicit")]
    public async Task Or_offers_no_encryption_though_it_is_asked_for_it_gets_no_mail(string encryption)
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port, tls: Enum.Parse<MailTls>(encryption));
        await outbox.HandOverAsync("night/1");
        await outbox.RunAsync();
        var mail = (await outbox.OpenAsync("night/1"))!;
        Assert.Equal(MailState.Waiting, mail.State);
        Assert.NotNull(mail.LastError);
        Assert.Empty(server.Taken);
    }
}
