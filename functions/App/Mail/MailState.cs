namespace ParisPact.Functions.Mail;

/// <summary>Where a mail stands, or one of its recipients.</summary>
internal enum MailState
{
    /// <summary>To be sent, or tried again.</summary>
    Waiting,

    /// <summary>Refused for good, or given up: only a person makes it wait again.</summary>
    Failed,

    /// <summary>The mail server has taken it.</summary>
    Sent,
}
