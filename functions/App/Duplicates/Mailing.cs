using Microsoft.Extensions.Options;
using ParisPact.Functions.Duplicates.Reports;
using ParisPact.Functions.Mail;
using ParisPact.Functions.Partners;

namespace ParisPact.Functions.Duplicates;

/// <summary>Hands over to the outbox, for each coordinator, the mail of a night: one, however often the night's run is repeated.</summary>
internal sealed class Mailing(ReportMaking making, PartnerDirectory directory, Outbox outbox, IOptions<Settings> settings)
{
    /// <returns>How many mails were handed over that had not been before.</returns>
    public async Task<int> RunAsync(DuplicatePlan plan, CancellationToken cancellation)
    {
        var (report, mail, handed) = (await making.OfAsync(plan, cancellation), settings.Value.Mail, 0);
        foreach (var (partner, _) in await directory.AllAsync(cancellation))
            foreach (var person in partner.People)
                if (await CoordinatorMail.ForAsync(report, partner, person, new ReportLinks(mail.Site.TrimEnd('/')), mail.LargestMegabytes, cancellation) is { } due
                    && await outbox.HandOverAsync(due, cancellation) is HandOver.New)
                    handed++;
        return handed;
    }
}
