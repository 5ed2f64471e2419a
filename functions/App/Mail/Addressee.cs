namespace ParisPact.Functions.Mail;

/// <summary>A recipient of a mail in the outbox.</summary>
/// <param name="Reason">Why it failed or waits, as the mail server said it; null where there is nothing to say.</param>
internal sealed record Addressee(string Name, string Address, MailState State, string? Reason);
