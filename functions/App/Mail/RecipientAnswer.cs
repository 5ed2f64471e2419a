namespace ParisPact.Functions.Mail;

/// <summary>What a mail server said about one recipient.</summary>
/// <param name="State">Sent; failed for a refusal for good (5xx); waiting for one for now (4xx).</param>
/// <param name="Reason">Its words; null where it took the mail.</param>
internal sealed record RecipientAnswer(MailState State, string? Reason)
{
    public static RecipientAnswer Taken { get; } = new(MailState.Sent, null);

    /// <param name="status">The reply code, 200 to 599.</param>
    public static RecipientAnswer Refused(int status, string words) =>
        new(status >= 500 ? MailState.Failed : MailState.Waiting, MailText.OneLine($"{status} {words}", 500));
}
