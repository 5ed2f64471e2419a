namespace ParisPact.Tests.Mail;

public sealed class When_two_instances_send(AzuriteServer azurite)
{
    [Fact]
    public async Task Each_mail_goes_out_once()
    {
        await using var server = new SmtpStandIn();
        var one = new TestOutbox(azurite, server.Port);
        var other = new TestOutbox(azurite, server.Port, one.Prefix, clock: one.Clock);
        for (var number = 0; number < 30; number++) await one.HandOverAsync($"night/{number}");
        // Both wait in their first mail until the other is in its own, so that they surely run at the same time.
        var both = new TaskCompletionSource();
        server.OnTaken = _ =>
        {
            if (server.Taken.Count > 1) both.TrySetResult();
            return both.Task.WaitAsync(TestOutbox.Stop);
        };
        await Task.WhenAll(Task.Run(one.RunAsync, TestOutbox.Stop), Task.Run(other.RunAsync, TestOutbox.Stop));
        Assert.Equal(30, server.Taken.Count);
        Assert.Equal(30, server.Taken.Select(mail => mail.Message.MessageId).Distinct().Count());
        Assert.Equal(30, (await one.SentAsync()).Count);
        Assert.Empty(await one.Store.OpenAsync(TestOutbox.Stop));
    }

    [Fact]
    public async Task What_one_is_sending_the_other_leaves_alone_even_when_it_is_asked_to_retry()
    {
        await using var server = new SmtpStandIn();
        var one = new TestOutbox(azurite, server.Port);
        var other = new TestOutbox(azurite, server.Port, one.Prefix, clock: one.Clock);
        var handed = await one.HandOverAsync("night/1");
        server.OnTaken = async _ =>
        {
            Assert.NotNull((await other.Outbox.RetryAsync(handed.Id, TestOutbox.Stop))!.Claim);
            await other.RunAsync();
        };
        await one.RunAsync();
        Assert.Single(server.Taken);
    }
}
