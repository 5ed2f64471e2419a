using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ParisPact.Domain.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Platform.Access;

namespace ParisPact.Functions.Mail;

/// <summary>Has a mail that failed or waits tried at once: to those who have not got it.</summary>
internal sealed class RetryMail(Outbox outbox, OutboxStore store)
{
    [Function(nameof(RetryMail)), Allow(Role.Secretariat)]
    [Describe("Has a mail that failed or waits tried at once, to those who have not got it.", Returns = typeof(MailView), Answers = [200, 404, 409])]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "mail/{id}/retry")] HttpRequest request, string id)
    {
        if (!MailId.IsOne(id)) return Problems.NotFound("There is no such mail.");
        if (await outbox.RetryAsync(id, request.HttpContext.RequestAborted) is { } mail)
            return mail.State == MailState.Waiting ? Answers.Ok(MailView.Of(mail)) : Problems.Conflict("None of those who have not got this mail has an address that mail can be sent to.");
        return (await store.FindDoneAsync(id, request.HttpContext.RequestAborted)).IsDone
            ? Problems.Conflict("This mail is done with: it was sent, or failed so long ago that its content is no longer kept.")
            : Problems.NotFound("There is no such mail.");
    }
}
