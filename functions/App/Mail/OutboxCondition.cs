namespace ParisPact.Functions.Mail;

/// <summary>How the outbox stands, without saying whose mails or what they say.</summary>
/// <param name="Waiting">Mails that are still to be sent.</param>
/// <param name="Failed">Mails that somebody was refused, and that wait for a person.</param>
/// <param name="Oldest">How long the oldest mail has been waiting; null where none waits.</param>
/// <param name="IsStuck">Something failed, or has waited longer than <c>Mail:StuckMinutes</c>.</param>
internal sealed record OutboxCondition(int Waiting, int Failed, TimeSpan? Oldest, bool IsStuck);
