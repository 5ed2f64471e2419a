using Microsoft.Extensions.Options;
using MimeKit;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Mail;

/// <summary>
/// How a slice sends a mail: it hands it over, and from then on it is neither lost nor doubled. It goes out within seconds where the mail
/// server answers, and waits where it does not. What remains: where a process, or the connection, ends after the mail server has taken a mail
/// and before that is noted, which is one write away, the mail goes out again, the same to the byte and under the same Message-ID.
/// </summary>
internal sealed class Outbox(OutboxStore store, Sending sending, IOptions<Settings> settings, TimeProvider time)
{
    private const int LongestKey = 1_000;

    /// <summary>Bytes of all attachments of a mail: more than any mail server takes.</summary>
    private const long LargestFiles = 150_000_000;

    /// <summary>Takes a mail, or says that it has it already: the same key twice is one mail, and the first one's content stands.</summary>
    /// <exception cref="ArgumentException">The mail breaks the rules that stand with <see cref="OutgoingMail"/>, other than an address that is none.</exception>
    /// <exception cref="InvalidOperationException">The blob of an attachment is not there.</exception>
    /// <exception cref="Azure.RequestFailedException">Storage failed; whether the mail was taken is not known, and handing it over again is right.</exception>
    public async Task<HandOver> HandOverAsync(OutgoingMail outgoing, CancellationToken cancellation)
    {
        Require(outgoing);
        var id = MailId.Of(outgoing.Key);
        if (await IsKnownAsync(id, cancellation)) return new HandOver.Known(id);
        var now = time.GetUtcNow();
        var mail = new StoredMail
        {
            Id = id,
            Key = outgoing.Key,
            Subject = MailText.OneLine(outgoing.Subject, MailText.LongestSubject),
            From = settings.Value.Mail.From!,
            // A name of its own: what a second hand-over at the same moment writes is not what the first one's row points to.
            Blob = $"{id}/{Guid.NewGuid():N}.eml",
            CreatedAt = now,
            WaitingSince = now,
            Due = now,
            Addressees = [.. outgoing.Recipients.DistinctBy(one => one.Address, StringComparer.OrdinalIgnoreCase).Select(Addressee)],
        };
        await KeepContentAsync(mail, outgoing, cancellation);
        if (!await store.AddAsync(mail, cancellation))
        {
            await (await store.ContentAsync(mail.Blob)).DeleteIfExistsAsync(cancellationToken: cancellation);
            return new HandOver.Known(id);
        }

        sending.Soon();
        return new HandOver.New(id);
    }

    /// <summary>How the outbox stands.</summary>
    public async Task<OutboxCondition> ConditionAsync(CancellationToken cancellation)
    {
        var open = await store.StatesAsync(cancellation);
        var waiting = open.Where(mail => mail.State == MailState.Waiting).ToList();
        var oldest = waiting.Count == 0 ? (TimeSpan?)null : time.GetUtcNow() - waiting.Min(mail => mail.Since);
        var failed = open.Count - waiting.Count;
        return new OutboxCondition(waiting.Count, failed, oldest, failed > 0 || oldest > TimeSpan.FromMinutes(settings.Value.Mail.StuckMinutes));
    }

    /// <summary>Has a mail that failed or waits tried at once, from the beginning.</summary>
    /// <returns>The mail as it stands then; null where there is no such mail that is not sent.</returns>
    public async Task<StoredMail?> RetryAsync(string id, CancellationToken cancellation)
    {
        while (await store.FindOpenAsync(id, cancellation) is { } mail)
        {
            var now = time.GetUtcNow();
            // It is being sent just now, and is not taken from whoever does so.
            if (mail.Claim is not null && mail.Due > now) return mail;
            var again = mail.With(one => one.State == MailState.Failed && MailText.IsAddress(one.Address) ? one with { State = MailState.Waiting } : one) with { Due = now, WaitingSince = now, Tries = 0, Claim = null };
            if (again.State != MailState.Waiting) return mail;
            if (await store.WriteAsync(again, cancellation) is not { } written) continue;
            sending.Soon();
            return written;
        }

        return null;
    }

    private async Task<bool> IsKnownAsync(string id, CancellationToken cancellation) =>
        await store.FindOpenAsync(id, cancellation) is not null || (await store.FindDoneAsync(id, cancellation)).IsDone;

    private async Task KeepContentAsync(StoredMail mail, OutgoingMail outgoing, CancellationToken cancellation)
    {
        var files = new List<byte[]>();
        foreach (var attachment in outgoing.Attachments) files.Add(await ReadAsync(attachment, LargestFiles - files.Sum(static file => (long)file.Length), cancellation));
        using var message = Composing.Message(mail, outgoing, files, settings.Value.Mail.FromName);
        await using var whole = TemporaryFile.Create();
        await message.WriteToAsync(new FormatOptions { NewLineFormat = NewLineFormat.Dos }, whole, cancellation);
        whole.Position = 0;
        await (await store.ContentAsync(mail.Blob)).UploadAsync(whole, cancellation);
    }

    private static async Task<byte[]> ReadAsync(MailAttachment attachment, long most, CancellationToken cancellation)
    {
        await using var content = attachment switch
        {
            MailAttachment.InBlob there => await there.Blob.OpenIfThereAsync(cancellation) ?? throw new InvalidOperationException($"The attachment {there.Name} is not there: {there.Blob.Name}."),
            MailAttachment.Bytes bytes => new MemoryStream(bytes.Content.ToArray()),
            _ => throw new InvalidOperationException($"{attachment.GetType()} is no attachment."),
        };
        if (content.Length > most) throw new ArgumentException($"A mail with attachments of more than {LargestFiles} bytes.");
        using var whole = new MemoryStream((int)content.Length);
        await content.CopyToAsync(whole, cancellation);
        return whole.ToArray();
    }

    private static Addressee Addressee(MailRecipient recipient)
    {
        var (name, address) = (MailText.OneLine(recipient.Name, MailText.LongestName), recipient.Address.Trim());
        return MailText.IsAddress(address)
            ? new Addressee(name, address, MailState.Waiting, null)
            : new Addressee(name, MailText.OneLine(address, MailText.LongestSubject), MailState.Failed, "This is not an address that mail can be sent to.");
    }

    /// <exception cref="ArgumentException">What no data should lead to, and only a mistake of the slice does.</exception>
    private static void Require(OutgoingMail mail)
    {
        if (mail.Key.Length is 0 or > LongestKey) throw new ArgumentException($"A mail's key has 1 to {LongestKey} characters, not {mail.Key.Length}.");
        if (mail.Recipients.Count is 0 or > OutgoingMail.MostRecipients) throw new ArgumentException($"A mail has 1 to {OutgoingMail.MostRecipients} recipients, not {mail.Recipients.Count}.");
        if (string.IsNullOrWhiteSpace(mail.Text)) throw new ArgumentException("A mail without plain text.");
        if (MailText.Remote(mail.Html) is { } remote) throw new ArgumentException($"A mail fetches nothing from anywhere and runs nothing, and this one has {remote}.");
        foreach (var attachment in mail.Attachments)
            if (!ContentType.TryParse(attachment.MediaType, out _)) throw new ArgumentException($"An attachment with the media type '{attachment.MediaType}', which is none.");
        if (mail.Calendar is { } calendar && (calendar.Method.Length == 0 || !calendar.Method.All(letter => char.IsAsciiLetter(letter) || letter == '-')))
            throw new ArgumentException($"A calendar entry with the method '{calendar.Method}', which is none.");
    }
}
