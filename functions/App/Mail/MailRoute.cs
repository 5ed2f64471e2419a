using System.Collections.Immutable;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace ParisPact.Functions.Mail;

/// <summary>A way to the mail server, for the mails of one run: connects when the first one goes, and again where the connection is lost.</summary>
internal sealed class MailRoute(Settings.MailSettings settings) : SmtpClient
{
    private readonly Dictionary<string, RecipientAnswer> _answers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sends a mail to some of those whom it names.</summary>
    public async Task<Delivery> SendAsync(MimeMessage message, string from, IReadOnlyCollection<string> to, CancellationToken cancellation)
    {
        _answers.Clear();
        try
        {
            await ConnectAsync(cancellation);
            await base.SendAsync(message, MailboxAddress.Parse(from), to.Select(address => MailboxAddress.Parse(address)), cancellation);
            return Answered(to, RecipientAnswer.Taken);
        }
        catch (SmtpCommandException refused)
        {
            return AfterRefusal(refused, to);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            // It may have broken off in the middle of a dialogue.
            await DropAsync();
            return new Delivery.NoServer(MailText.OneLine(broken is OperationCanceledException ? "The mail server did not answer in time." : broken.Message, 500));
        }
    }

    /// <summary>Says good-bye, where there is somebody to say it to.</summary>
    public async Task LeaveAsync()
    {
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
            await DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception broken) when (IsBroken(broken) || broken is SmtpCommandException)
        {
            // Every mail has its answer already.
        }
    }

    /// <summary>Leaves without a word; the next mail begins a new dialogue.</summary>
    public async Task DropAsync()
    {
        if (IsConnected) await DisconnectAsync(quit: false, CancellationToken.None);
    }

    protected override void OnRecipientAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => _answers.Remove(mailbox.Address);

    /// <summary>Without this, one recipient's refusal would hold up the others.</summary>
    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) =>
        _answers[mailbox.Address] = RecipientAnswer.Refused((int)response.StatusCode, response.Response);

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        if (IsConnected) return;
        Timeout = (int)TimeSpan.FromSeconds(60).TotalMilliseconds;
        await ConnectAsync(settings.Host!, settings.Port, settings.Tls switch
        {
            MailTls.None => SecureSocketOptions.None,
            MailTls.Implicit => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls,
        }, cancellation);
        if (settings.User is { Length: > 0 } user) await AuthenticateAsync(user, settings.Password ?? "", cancellation);
    }

    private Delivery AfterRefusal(SmtpCommandException refused, IReadOnlyCollection<string> to)
    {
        // Nobody was accepted: each has an answer of its own.
        if (to.All(address => _answers.ContainsKey(address))) return Answered(to, RecipientAnswer.Taken);
        // What is said of the sender, of the sign-in or of a mail as such is about us, and an operator may set it right; only a mail that is too large stays so.
        var isAboutThisMail = refused.ErrorCode == SmtpErrorCode.MessageNotAccepted || refused.StatusCode == SmtpStatusCode.ExceededStorageAllocation;
        if (!isAboutThisMail || refused.StatusCode == SmtpStatusCode.ServiceNotAvailable) return new Delivery.NoServer(MailText.OneLine($"{(int)refused.StatusCode} {refused.Message}", 500));
        return Answered(to, RecipientAnswer.Refused((int)refused.StatusCode, refused.Message));
    }

    private Delivery.Answered Answered(IEnumerable<string> to, RecipientAnswer otherwise) =>
        new(to.ToImmutableDictionary(address => address, address => _answers.GetValueOrDefault(address, otherwise), StringComparer.OrdinalIgnoreCase));

    private static bool IsBroken(Exception problem) => problem is
        IOException or SocketException or TimeoutException or OperationCanceledException or SmtpProtocolException or SslHandshakeException
        or AuthenticationException or ServiceNotConnectedException or ServiceNotAuthenticatedException or NotSupportedException;
}
