namespace ParisPact.Functions.Mail;

/// <summary>What became of a mail that was handed over. Either way it is in the outbox, and will not get lost.</summary>
/// <param name="Id">Under which the outbox has it: a function of the key.</param>
internal abstract record HandOver(string Id)
{
    /// <summary>It was not known.</summary>
    internal sealed record New(string Id) : HandOver(Id);

    /// <summary>A mail of this key was handed over before, and stands as it was then.</summary>
    internal sealed record Known(string Id) : HandOver(Id);
}
