using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Azure;

namespace ParisPact.Functions.Mail;

/// <summary>A mail in the outbox. Its content lies in a blob, whole and as it goes over the wire.</summary>
internal sealed record StoredMail
{
    public required string Id { get; init; }

    public required string Key { get; init; }

    public required string Subject { get; init; }

    /// <summary>Whom it comes from, as it was when the mail was handed over.</summary>
    public required string From { get; init; }

    /// <summary>The content's name in container <c>mail</c>.</summary>
    public required string Blob { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when it has been waiting: when it was handed over, or last made to wait by hand.</summary>
    public required DateTimeOffset WaitingSince { get; init; }

    public required ImmutableArray<Addressee> Addressees { get; init; }

    /// <summary>How often it was begun to be sent since <see cref="WaitingSince"/>.</summary>
    public int Tries { get; init; }

    /// <summary>When it is tried next; while it is being sent, when somebody else may take it for given up.</summary>
    public required DateTimeOffset Due { get; init; }

    /// <summary>By which try it is being sent just now; null where it is not. A name of its own for each, so that two who claim it at the same moment are told apart.</summary>
    public string? Claim { get; init; }

    public string? LastError { get; init; }

    public DateTimeOffset? SentAt { get; init; }

    [JsonIgnore]
    public ETag ETag { get; init; }

    /// <summary>Waiting while anybody waits; failed where anybody was refused; else sent.</summary>
    [JsonIgnore]
    public MailState State =>
        Addressees.Any(one => one.State == MailState.Waiting) ? MailState.Waiting
        : Addressees.Any(one => one.State == MailState.Failed) ? MailState.Failed
        : MailState.Sent;

    /// <summary>With another state for those whom the change concerns.</summary>
    public StoredMail With(Func<Addressee, Addressee> change) => this with { Addressees = [.. Addressees.Select(change)] };
}
