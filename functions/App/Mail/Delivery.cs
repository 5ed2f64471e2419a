using System.Collections.Immutable;

namespace ParisPact.Functions.Mail;

/// <summary>How one try to send a mail ended.</summary>
internal abstract record Delivery
{
    /// <summary>The mail server answered for each recipient.</summary>
    /// <param name="Answers">By address.</param>
    internal sealed record Answered(ImmutableDictionary<string, RecipientAnswer> Answers) : Delivery;

    /// <summary>The mail server could not be reached, or would have no mail at all from us just now.</summary>
    internal sealed record NoServer(string Reason) : Delivery;
}
