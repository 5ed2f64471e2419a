using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace ParisPact.Functions.Mail;

/// <summary>Forgets, each night, the mails that have been kept for as long as they may be.</summary>
internal sealed class PurgeMail(OutboxStore store, IOptions<Settings> settings, TimeProvider time)
{
    [Function(nameof(PurgeMail))]
    public Task Run([TimerTrigger("0 40 3 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        store.PurgeAsync(time.GetUtcNow().AddDays(-settings.Value.Mail.KeepDays), cancellation);
}
