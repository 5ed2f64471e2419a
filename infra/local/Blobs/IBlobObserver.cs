namespace ParisPact.Local.Blobs;

/// <summary>Is shown what is in a container, at every look.</summary>
internal interface IBlobObserver
{
    /// <summary>Called before the first look.</summary>
    Task Begin(CancellationToken cancellation);

    void Notice(string blob, string etag);

    /// <summary>The look is over; these are all the blobs there are.</summary>
    Task End(IReadOnlySet<string> seen, CancellationToken cancellation);
}
