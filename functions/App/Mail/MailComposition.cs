using Microsoft.Extensions.DependencyInjection;

namespace ParisPact.Functions.Mail;

/// <summary>What sends mail.</summary>
internal static class MailComposition
{
    public static void AddMail(this IServiceCollection services)
    {
        services.AddSingleton<OutboxStore>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<Sending>();
        services.AddSingleton<Outbox>();
    }
}
