using System.Collections.Concurrent;
using System.Collections.Immutable;
using Azure;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using MimeKit;
using ParisPact.Functions.Platform;

namespace ParisPact.Functions.Mail;

/// <summary>
/// Sends what is due. A mail is claimed before it is sent, by a write on the condition that it stands as it was read, so that of several
/// instances one sends it; the claim of one that ended in the middle falls after <see cref="Lease"/>.
/// </summary>
internal sealed class MailSender(OutboxStore store, IOptions<Settings> settings, TimeProvider time, ILogger<MailSender> log)
{
    /// <summary>How long a mail is left to whoever claimed it.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>How long one try may take: well within the claim, whatever the clocks of two machines say.</summary>
    private static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(4);

    private const int AtOnce = 100;

    /// <summary>What the mail server has answered and storage would not note: noted by the next try in place of another mail.</summary>
    private readonly ConcurrentDictionary<string, Delivery> _unnoted = new();

    /// <summary>Ends when nothing is due any more, or the mail server cannot be reached: then what is left waits for the next run.</summary>
    /// <returns>How many mails were done with.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var done = 0;
        using var route = new MailRoute(settings.Value.Mail);
        try
        {
            while (await store.DueAsync(time.GetUtcNow(), AtOnce, cancellation) is { Count: > 0 } due)
                foreach (var mail in due)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (await ClaimAsync(mail, cancellation) is not { } claimed) continue;
                    var after = await SendAsync(claimed, route, cancellation);
                    if (after.State != MailState.Waiting) done++;
                    if (after.HasNoServer) return done;
                }

            return done;
        }
        finally
        {
            await route.LeaveAsync();
        }
    }

    private Task<StoredMail?> ClaimAsync(StoredMail mail, CancellationToken cancellation) =>
        store.WriteAsync(mail with { Due = time.GetUtcNow() + Lease, Tries = mail.Tries + 1, Claim = Guid.NewGuid().ToString("N") }, cancellation);

    private async Task<(MailState State, bool HasNoServer)> SendAsync(StoredMail mail, MailRoute route, CancellationToken cancellation)
    {
        if (await store.FindDoneAsync(mail.Id, cancellation) is (true, var sentAt))
        {
            // Noted as sent, and the process ended before it was taken out of what is open.
            _unnoted.TryRemove(mail.Id, out _);
            await store.FinishAsync(mail.With(static one => one.State == MailState.Waiting ? one with { State = MailState.Sent, Reason = null } : one) with { SentAt = sentAt ?? time.GetUtcNow() }, cancellation);
            return (MailState.Sent, false);
        }

        var delivery = _unnoted.TryGetValue(mail.Id, out var known) ? known : await DeliverAsync(mail, route, cancellation);
        var after = After(mail with { Claim = null }, delivery);
        if (delivery is Delivery.Answered) _unnoted[mail.Id] = delivery;
        // Not to be called off: between the mail server's word and this note lies the only time in which the end of the process doubles a mail.
        if (after.State == MailState.Sent) await store.FinishAsync(after, CancellationToken.None);
        else await store.WriteAsync(after, CancellationToken.None);
        _unnoted.TryRemove(mail.Id, out _);
        Tell(after);
        return (after.State, delivery is Delivery.NoServer);
    }

    private async Task<Delivery> DeliverAsync(StoredMail mail, MailRoute route, CancellationToken cancellation)
    {
        var to = mail.Addressees.Where(static one => one.State == MailState.Waiting).Select(static one => one.Address).ToList();
        await using var content = await (await store.ContentAsync(mail.Blob)).OpenIfThereAsync(cancellation);
        if (content is null) return Refused(to, "Its content is no longer there.");
        if (content.Length > settings.Value.Mail.LargestMegabytes * 1_000_000L) return Refused(to, $"It has {content.Length} bytes, more than Mail:LargestMegabytes allows.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(LongestTry);
        try
        {
            using var message = await MimeMessage.LoadAsync(content, cancellation);
            return await route.SendAsync(message, mail.From, to, limit.Token);
        }
        catch (Exception fault) when (fault is not (RequestFailedException or OperationCanceledException or AggregateException))
        {
            // A mail that we cannot so much as say would end each run, and hold up all others.
            log.LogError(fault, "Mail {Id} met a fault of ours.", mail.Id);
            await route.DropAsync();
            return Refused(to, MailText.OneLine($"A fault of ours: {fault.Message}", 500));
        }
    }

    private static Delivery.Answered Refused(IEnumerable<string> to, string reason) =>
        new(to.ToImmutableDictionary(static address => address, _ => new RecipientAnswer(MailState.Failed, reason), StringComparer.OrdinalIgnoreCase));

    private StoredMail After(StoredMail mail, Delivery delivery)
    {
        var now = time.GetUtcNow();
        if (delivery is Delivery.NoServer nobody) return mail with { Due = now + Backoff.After(mail.Id, mail.Tries, Backoff.LongestWithoutServer), LastError = nobody.Reason };
        var answers = ((Delivery.Answered)delivery).Answers;
        var isGivenUp = now - mail.WaitingSince >= TimeSpan.FromDays(settings.Value.Mail.GiveUpDays);
        var after = mail.With(one => one.State != MailState.Waiting || !answers.TryGetValue(one.Address, out var answer) ? one : one with
        {
            State = answer.State == MailState.Waiting && isGivenUp ? MailState.Failed : answer.State,
            Reason = answer.Reason,
        });
        return after with
        {
            Due = now + Backoff.After(mail.Id, mail.Tries, Backoff.LongestAfterRefusal),
            LastError = after.Addressees.Where(static one => one.State != MailState.Sent).Select(static one => one.Reason).FirstOrDefault(static reason => reason is not null),
            SentAt = after.Addressees.Any(static one => one.State == MailState.Sent) ? mail.SentAt ?? now : null,
        };
    }

    /// <summary>Without whom it was for or what it says: a log is read by others than the outbox is.</summary>
    private void Tell(StoredMail mail)
    {
        if (mail.State == MailState.Failed) log.LogWarning("Mail {Id} was refused.", mail.Id);
        else if (mail.State == MailState.Waiting) log.LogInformation("Mail {Id} waits until {Due:O} after try {Tries}.", mail.Id, mail.Due, mail.Tries);
    }
}
