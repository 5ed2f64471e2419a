using ParisPact.Functions.Mail;

namespace ParisPact.Tests.Mail;

public sealed class When_a_mail_is_handed_over(AzuriteServer azurite)
{
    [Fact]
    public async Task It_is_one_mail_however_often_its_key_comes()
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port);
        var first = Assert.IsType<HandOver.New>(await outbox.HandOverAsync("night/1"));
        Assert.Equal(first.Id, Assert.IsType<HandOver.Known>(await outbox.HandOverAsync(TestOutbox.Mail("night/1") with { Subject = "Another" })).Id);
        await outbox.RunAsync();
        Assert.IsType<HandOver.Known>(await outbox.HandOverAsync("night/1"));
        await outbox.RunAsync();
        Assert.Equal("Two projects look like one", Assert.Single(server.Taken).Message.Subject);
        Assert.Equal("night/1", Assert.Single(await outbox.SentAsync()).Key);
    }

    [Fact]
    public async Task It_is_one_mail_where_several_hand_it_over_at_once_and_nothing_else_is_kept()
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => outbox.HandOverAsync("night/1")));
        Assert.Single(results, result => result is HandOver.New);
        await outbox.RunAsync();
        Assert.Single(server.Taken);
        var kept = 0;
        await foreach (var _ in (await outbox.Storage.ContainerAsync("mail")).GetBlobsAsync(cancellationToken: TestOutbox.Stop)) kept++;
        Assert.Equal(1, kept);
    }

    [Fact]
    public async Task It_goes_out_without_waiting_for_the_timer()
    {
        await using var server = new SmtpStandIn();
        var taken = new TaskCompletionSource();
        server.OnTaken = _ =>
        {
            taken.TrySetResult();
            return Task.CompletedTask;
        };
        await new TestOutbox(azurite, server.Port, atOnce: true).HandOverAsync("night/1");
        await taken.Task.WaitAsync(TestOutbox.Stop);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task Those_whom_it_names_twice_get_it_once()
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync("night/1", "a@partner.example", "A@partner.example");
        await outbox.RunAsync();
        Assert.Equal(["a@partner.example"], Assert.Single(server.Taken).To);
    }

    [Fact]
    public async Task A_mistake_of_the_slice_is_refused_at_once()
    {
        var outbox = new TestOutbox(azurite, 9);
        var mail = TestOutbox.Mail("night/1");
        foreach (var wrong in (OutgoingMail[])
        [
            mail with { Key = "" },
            mail with { Recipients = [] },
            mail with { Recipients = [.. Enumerable.Range(0, 51).Select(n => new MailRecipient("", $"p{n}@partner.example"))] },
            mail with { Text = " " },
            mail with { Html = """<img src="https://tracker.example/1.gif">""" },
            mail with { Html = """<p style="background: url(https://tracker.example/1.gif)">x</p>""" },
            mail with { Html = "<style>@import 'https://tracker.example/a.css'</style>" },
            mail with { Html = """<svg><image href="https://tracker.example/1.gif"/></svg>""" },
            mail with { Html = """<meta http-equiv="refresh" content="0; url=https://tracker.example">""" },
            mail with { Html = "<p onclick=x()>x</p>" },
            mail with { Html = "<script>x()</script>" },
            mail with { Attachments = [new MailAttachment.Bytes("a", "not a type", default)] },
            mail with { Calendar = new MailCalendar("REQUEST\r\nX: y", default) },
        ])
            await Assert.ThrowsAsync<ArgumentException>(() => outbox.HandOverAsync(wrong));
        Assert.IsType<HandOver.New>(await outbox.HandOverAsync(mail with { Html = """<p><a href="https://pact.example/pairs/1">See</a> <img src="data:image/png;base64,AA=="></p>""" }));
    }
}
