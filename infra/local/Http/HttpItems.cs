namespace ParisPact.Local.Http;

/// <summary>Where the published integration keeps the request among a run's items.</summary>
internal static class HttpItems
{
    public const string Context = "HttpRequestContext";
}
