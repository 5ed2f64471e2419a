namespace ParisPact.Functions.Mail;

/// <summary>Whom a mail is for.</summary>
/// <param name="Name">As it stands before the address; may be empty.</param>
/// <param name="Address">One mail address, such as <c>a.person@example.org</c>.</param>
internal sealed record MailRecipient(string Name, string Address);
