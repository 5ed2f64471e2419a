namespace ParisPact.Functions.Mail;

/// <summary>A mail as a slice hands it over: see <see cref="Outbox.HandOverAsync"/>.</summary>
internal sealed record OutgoingMail
{
    /// <summary>Recipients of one mail; more than a mail server is bound to take would be refused by some (RFC 5321 4.5.3.1.8).</summary>
    public const int MostRecipients = 50;

    /// <summary>What the mail is, in terms of the business, such as <c>duplicates/2026-11-23/partner/person</c>: the same key is the same mail for ever. 1 to 1,000 characters.</summary>
    public required string Key { get; init; }

    /// <summary>1 to <see cref="MostRecipients"/>, who all see each other's addresses. An address that is none is kept with the mail as refused, and holds nobody else up.</summary>
    public required IReadOnlyList<MailRecipient> Recipients { get; init; }

    /// <summary>One line: line breaks and other control characters become spaces, and what is longer than 300 characters is cut.</summary>
    public required string Subject { get; init; }

    /// <summary>The whole of what the mail says, as plain text.</summary>
    public required string Text { get; init; }

    /// <summary>The same as a page of HTML that fetches nothing from anywhere; what it shows lies within it, as <c>data:</c>.</summary>
    public required string Html { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>The entry that a calendar program is to take up; null where the mail invites to nothing.</summary>
    public MailCalendar? Calendar { get; init; }
}
