namespace ParisPact.Functions.Mail;

/// <summary>A mail as the secretariat sees it: without what it says.</summary>
internal sealed record MailView(
    string Id,
    string Key,
    string Subject,
    string State,
    IReadOnlyList<AddresseeView> Recipients,
    DateTimeOffset CreatedAt,
    int Tries,
    DateTimeOffset? NextTry,
    string? LastError,
    DateTimeOffset? SentAt)
{
    public static MailView Of(StoredMail mail) => new(
        mail.Id,
        mail.Key,
        mail.Subject,
        Word(mail.State),
        [.. mail.Addressees.Select(static one => new AddresseeView(one.Name, one.Address, Word(one.State), one.Reason))],
        mail.CreatedAt,
        mail.Tries,
        mail.State == MailState.Waiting ? mail.Due : null,
        mail.LastError,
        mail.SentAt);

    public static string Word(MailState state) => state.ToString().ToLowerInvariant();
}
