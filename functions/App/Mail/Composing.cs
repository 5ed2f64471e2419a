using MimeKit;

namespace ParisPact.Functions.Mail;

/// <summary>A mail as it goes over the wire (RFC 5322 and MIME).</summary>
internal static class Composing
{
    /// <param name="mail">As it stands in the outbox.</param>
    /// <param name="outgoing">What the slice handed over.</param>
    /// <param name="files">The attachments' content, in their order.</param>
    /// <param name="fromName">Whom readers see as the sender.</param>
    public static MimeMessage Message(StoredMail mail, OutgoingMail outgoing, IReadOnlyList<byte[]> files, string fromName)
    {
        var message = new MimeMessage { MessageId = MailId.MessageId(mail.Id, mail.From), Date = mail.CreatedAt, Subject = mail.Subject };
        message.From.Add(new MailboxAddress(MailText.OneLine(fromName, MailText.LongestName), mail.From));
        foreach (var addressee in mail.Addressees.Where(one => one.State == MailState.Waiting))
            message.To.Add(new MailboxAddress(addressee.Name, addressee.Address));
        // RFC 3834: nobody's holiday notice shall answer, and no such answer be answered.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        var said = new MultipartAlternative(Text("plain", outgoing.Text), Text("html", outgoing.Html));
        var attached = outgoing.Attachments.Zip(files, (attachment, bytes) => File(ContentType.Parse(attachment.MediaType), bytes, attachment.Name)).ToList();
        if (outgoing.Calendar is { } calendar)
        {
            var bytes = calendar.Content.ToArray();
            said.Add(Part(new ContentType("text", "calendar") { Charset = "utf-8", Parameters = { { "method", calendar.Method } } }, bytes));
            attached.Add(File(new ContentType("application", "ics"), bytes, "invite.ics"));
        }

        message.Body = attached.Count == 0 ? said : Mixed(said, attached);
        // Whatever the server on the way takes: seven bits pass everywhere, and a mail that is sent again is the same to the byte.
        message.Prepare(EncodingConstraint.SevenBit);
        return message;
    }

    private static Multipart Mixed(MimeEntity said, List<MimePart> attached)
    {
        var mixed = new Multipart("mixed") { said };
        foreach (var part in attached) mixed.Add(part);
        return mixed;
    }

    private static TextPart Text(string kind, string text)
    {
        var part = new TextPart(kind) { ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.SetText(System.Text.Encoding.UTF8, text);
        return part;
    }

    private static MimePart File(ContentType type, byte[] bytes, string name)
    {
        var part = Part(type, bytes);
        var shown = MailText.OneLine(name.Replace('/', '-').Replace('\\', '-'), MailText.LongestName);
        part.ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = shown };
        type.Name = shown;
        return part;
    }

    private static MimePart Part(ContentType type, byte[] bytes) =>
        new(type) { Content = new MimeContent(new MemoryStream(bytes)), ContentTransferEncoding = ContentEncoding.Base64 };
}
