namespace ParisPact.Functions.Mail;

/// <summary>How the way to the mail server is kept from others' eyes.</summary>
internal enum MailTls
{
    /// <summary>From the first command on, as on port 587; a server that does not offer it gets no mail.</summary>
    StartTls,

    /// <summary>From the first byte on, as on port 465.</summary>
    Implicit,

    /// <summary>Not at all: for a server on this machine only.</summary>
    None,
}
