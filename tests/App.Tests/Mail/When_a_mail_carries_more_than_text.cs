using Azure.Storage.Blobs;
using MimeKit;
using ParisPact.Functions.Mail;

namespace ParisPact.Tests.Mail;

public sealed class When_a_mail_carries_more_than_text(AzuriteServer azurite)
{
    private static readonly byte[] Invitation = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Круглый стол\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"u8.ToArray();

    [Fact]
    public async Task Files_arrive_byte_for_byte_though_their_blob_is_gone_by_then()
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port);
        var bytes = new byte[70_001];
        new Random(7).NextBytes(bytes);
        var blob = (await outbox.Storage.ContainerAsync("reports")).GetBlobClient("r.xlsx");
        await blob.UploadAsync(BinaryData.FromBytes(bytes), TestOutbox.Stop);
        await outbox.HandOverAsync(TestOutbox.Mail("night/1") with
        {
            Attachments =
            [
                new MailAttachment.InBlob("Отчёт за ночь.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", blob),
                new MailAttachment.Bytes("lines.csv", "text/csv; charset=utf-8", "a,b\n1,é\r\n"u8.ToArray()),
            ],
        });
        await blob.DeleteAsync(cancellationToken: TestOutbox.Stop);
        await outbox.RunAsync();
        var files = Assert.Single(server.Taken).Message.Attachments.Cast<MimePart>().ToList();
        Assert.Equal(["Отчёт за ночь.xlsx", "lines.csv"], files.Select(file => file.FileName));
        Assert.Equal(bytes, Content(files[0]));
        Assert.Equal("a,b\n1,é\r\n"u8.ToArray(), Content(files[1]));
    }

    [Fact]
    public async Task An_invitation_is_one_to_calendar_programs_and_a_file_to_others()
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync(TestOutbox.Mail("invitation/1") with { Calendar = new MailCalendar("REQUEST", Invitation) });
        await outbox.RunAsync();
        var message = Assert.Single(server.Taken).Message;
        var ways = Assert.IsType<MultipartAlternative>(Assert.IsType<Multipart>(message.Body)[0]);
        Assert.Equal(["text/plain", "text/html", "text/calendar"], ways.Select(part => part.ContentType.MimeType));
        Assert.Equal(("REQUEST", "utf-8"), (ways[2].ContentType.Parameters["method"], ways[2].ContentType.Charset));
        Assert.Equal(Invitation, Content((MimePart)ways[2]));
        var file = (MimePart)Assert.Single(message.Attachments);
        Assert.Equal("invite.ics", file.FileName);
        Assert.Equal(Invitation, Content(file));
    }

    [Fact]
    public async Task It_says_the_same_as_text_and_as_a_page_in_any_script_and_that_nobody_wrote_it_by_hand()
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port);
        await outbox.HandOverAsync(TestOutbox.Mail("night/1") with
        {
            Subject = "Deux projets se ressemblent : «Contrôle» — Один проект 🙂",
            Recipients = [new MailRecipient("Müller, Zoë (Бюро)", "z@bücher.example")],
            Text = "Voilà — вот.\n",
            Html = "<p>Voilà — вот.</p>",
        });
        await outbox.RunAsync();
        var mail = Assert.Single(server.Taken);
        Assert.Equal("Deux projets se ressemblent : «Contrôle» — Один проект 🙂", mail.Message.Subject);
        Assert.Equal("Müller, Zoë (Бюро)", Assert.Single(mail.Message.To.Mailboxes).Name);
        Assert.Equal("Paris Pact Initiative", Assert.Single(mail.Message.From.Mailboxes).Name);
        Assert.Equal("auto-generated", mail.Message.Headers[HeaderId.AutoSubmitted]);
        Assert.Equal(TestOutbox.Start, mail.Message.Date);
        Assert.Equal("Voilà — вот.", mail.Message.TextBody?.Trim());
        Assert.Equal("<p>Voilà — вот.</p>", mail.Message.HtmlBody?.Trim());
        Assert.Equal((TestOutbox.From, "z@xn--bcher-kva.example"), (mail.From, Assert.Single(mail.To)));
    }

    [Fact]
    public async Task An_attachment_that_is_not_there_is_an_error_and_nothing_is_kept()
    {
        var outbox = new TestOutbox(azurite, 9);
        var blob = (await outbox.Storage.ContainerAsync("reports")).GetBlobClient("none");
        var mail = TestOutbox.Mail("night/1") with { Attachments = [new MailAttachment.InBlob("r.xlsx", "application/pdf", blob)] };
        await Assert.ThrowsAsync<InvalidOperationException>(() => outbox.HandOverAsync(mail));
        Assert.Null(await outbox.OpenAsync("night/1"));
    }

    private static byte[] Content(MimePart part)
    {
        using var bytes = new MemoryStream();
        part.Content!.DecodeTo(bytes);
        return bytes.ToArray();
    }
}
