using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Functions.Mail;

/// <summary>Sends the mails that are due: those that had to wait, and those whose process ended before it could send them.</summary>
internal sealed class SendMail(Sending sending)
{
    [Function(nameof(SendMail))]
    public Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) => sending.RunAsync(cancellation);
}
