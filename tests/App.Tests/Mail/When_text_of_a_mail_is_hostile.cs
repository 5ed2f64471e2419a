using System.Text;
using ParisPact.Functions.Mail;

namespace ParisPact.Tests.Mail;

public sealed class When_text_of_a_mail_is_hostile(AzuriteServer azurite)
{
    private static readonly string[] Breaks = ["\r\n", "\n", "\r", "\u2028", "\u0085", "\0\r\n", "\r\n "];

    [Fact]
    public async Task No_header_and_no_recipient_can_be_added_by_it()
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port);
        foreach (var (number, end) in Breaks.Index())
        {
            var evil = $"x{end}Bcc: evil@evil.example{end}{end}<b>body</b>";
            await outbox.HandOverAsync(TestOutbox.Mail($"night/{number}") with
            {
                Subject = evil,
                Recipients = [new MailRecipient(evil, "a@partner.example"), new MailRecipient("B", $"b@partner.example{end}c@evil.example"), new MailRecipient("C", $"c@partner.example>{end}RCPT TO:<evil@evil.example")],
                Attachments = [new MailAttachment.Bytes($"{evil}.pdf", "application/pdf", "%PDF"u8.ToArray())],
            });
        }

        await outbox.RunAsync();
        Assert.Equal(Breaks.Length, server.Taken.Count);
        Assert.All(server.Taken, mail =>
        {
            Assert.Equal(["a@partner.example"], mail.To);
            Assert.Empty(mail.Message.Bcc);
            Assert.Equal("a@partner.example", Assert.Single(mail.Message.To.Mailboxes).Address);
            Assert.Equal(
                ["Auto-Submitted", "Content-Type", "Date", "From", "Message-Id", "MIME-Version", "Subject", "To", "X-Auto-Response-Suppress"],
                mail.Message.Headers.Concat(mail.Message.Body!.Headers).Select(header => header.Field).Distinct().Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
            Assert.Single(mail.Message.Attachments);
        });
    }

    [Fact]
    public void A_line_stays_a_line_whatever_comes()
    {
        Assert.Equal("a b", MailText.OneLine("  a\r\n\t b \n", 100));
        Assert.Equal("a\uFFFDb", MailText.OneLine("a\uD800b", 100));
        Assert.Equal("🙂🙂…", MailText.OneLine("🙂🙂🙂", 6));
        Assert.Equal("", MailText.OneLine("\r\n", 10));
    }

    [Theory]
    [InlineData("a.person@partner.example", true)]
    [InlineData("a+b@bücher.example", true)]
    [InlineData("имя@partner.example", false)]
    [InlineData("A Person <a@partner.example>", false)]
    [InlineData("a@partner.example, b@partner.example", false)]
    [InlineData("<@relay.example:a@partner.example>", false)]
    [InlineData("a@partner.example(comment)", false)]
    [InlineData("", false)]
    [InlineData("@", false)]
    public void An_address_is_one_address_and_nothing_else(string text, bool isOne) => Assert.Equal(isOne, MailText.IsAddress(text));

    [Fact]
    public async Task A_line_of_one_dot_and_lines_of_any_length_arrive()
    {
        await using var server = new SmtpStandIn();
        var outbox = new TestOutbox(azurite, server.Port);
        var text = $".\n..\nFrom here on\n{new string('x', 5_000)}\nКонец — конец\n";
        await outbox.HandOverAsync(TestOutbox.Mail("night/1") with { Text = text });
        await outbox.RunAsync();
        var mail = Assert.Single(server.Taken);
        Assert.Equal(text, mail.Message.TextBody?.ReplaceLineEndings("\n"));
        Assert.All(mail.Text.Split("\r\n"), line => Assert.True(line.Length <= 998 && Ascii.IsValid(line)));
    }
}
