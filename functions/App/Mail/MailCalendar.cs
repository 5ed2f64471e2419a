namespace ParisPact.Functions.Mail;

/// <summary>An iCalendar object in a mail, as <c>text/calendar; method=…</c> beside the text (RFC 6047) and as a file <c>invite.ics</c>.</summary>
/// <param name="Method">The object's own METHOD, such as <c>REQUEST</c> or <c>CANCEL</c>: letters and hyphens.</param>
/// <param name="Content">The iCalendar object in UTF-8; it arrives byte for byte.</param>
internal sealed record MailCalendar(string Method, ReadOnlyMemory<byte> Content);
