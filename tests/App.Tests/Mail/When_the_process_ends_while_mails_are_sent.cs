using Azure.Data.Tables;
using ParisPact.Functions.Mail;
using ParisPact.Tests.Projects;

namespace ParisPact.Tests.Mail;

public sealed class When_the_process_ends_while_mails_are_sent(AzuriteServer azurite)
{
    /// <summary>The writes of a mail's way, in order: its content, its row, the claim, the note, the list, the end of what is open.</summary>
    public static TheoryData<int, bool> EveryWrite()
    {
        var moments = new TheoryData<int, bool>();
        for (var write = 1; write <= 6; write++)
        {
            moments.Add(write, false);
            moments.Add(write, true);
        }

        return moments;
    }

    [Theory]
    [MemberData(nameof(EveryWrite))]
    public async Task It_is_sent_all_the_same_and_a_repeat_is_the_same_mail(int write, bool afterwards)
    {
        await using var server = new SmtpStandIn();
        var fault = new Fault(write, afterwards);
        var first = new TestOutbox(azurite, server.Port, fault: fault);
        await first.Storage.TableAsync(OutboxStore.Table);
        await first.Storage.ContainerAsync("mail");
        fault.IsArmed = true;
        await Assert.ThrowsAsync<EndOfProcessException>(async () =>
        {
            await first.HandOverAsync("night/1", "a@partner.example", "b@partner.example");
            await first.RunAsync();
        });

        var next = new TestOutbox(azurite, server.Port, first.Prefix, clock: first.Clock);
        await next.HandOverAsync("night/1", "a@partner.example", "b@partner.example");
        await next.RunAsync();
        await next.RunAfterAsync(MailSender.Lease);
        // Twice only where the end came after the mail server had taken it and before that was noted.
        var isDoubled = (write, afterwards) is (4, false);
        Assert.Equal(isDoubled ? 2 : 1, server.Taken.Count);
        Assert.Single(server.Taken.Select(mail => mail.Text).Distinct());
        Assert.Equal($"{MailId.Of("night/1")}@sample.example", server.Taken.First().Message.MessageId);
        Assert.Null(await next.OpenAsync("night/1"));
        Assert.Equal("night/1", Assert.Single(await next.SentAsync()).Key);
        await next.RunAfterAsync(TimeSpan.FromDays(1));
        Assert.Equal(isDoubled ? 2 : 1, server.Taken.Count);
    }

    [Fact]
    public async Task A_mail_that_storage_would_not_note_is_noted_by_the_next_try_and_not_sent_again()
    {
        await using var server = new SmtpStandIn();
        var outage = new Outage();
        var outbox = new TestOutbox(azurite, server.Port, fault: outage);
        await outbox.HandOverAsync("night/1");
        server.OnTaken = _ =>
        {
            outage.IsOut = true;
            return Task.CompletedTask;
        };
        await Assert.ThrowsAsync<Azure.RequestFailedException>(outbox.RunAsync);
        outage.IsOut = false;
        await outbox.RunAfterAsync(MailSender.Lease);
        Assert.Single(server.Taken);
        Assert.Single(await outbox.SentAsync());
    }
}
