namespace ParisPact.Local.Mail;

/// <summary>The two ports of a mail catcher on this machine.</summary>
internal sealed record CatcherAddress(int Smtp, int Web)
{
    /// <summary>Free ones, chosen by the system.</summary>
    public static CatcherAddress Any { get; } = new(0, 0);

    public string Url => $"http://127.0.0.1:{Web}";
}
