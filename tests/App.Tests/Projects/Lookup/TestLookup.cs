using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ParisPact.Functions.Duplicates;
using ParisPact.Functions.Partners;
using ParisPact.Functions.Platform;
using ParisPact.Functions.Projects;
using ParisPact.Functions.Projects.Exports;
using ParisPact.Functions.Projects.Lookup;

namespace ParisPact.Tests.Projects.Lookup;

/// <summary>One instance that answers look-ups from a register on the emulator.</summary>
internal sealed class TestLookup
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddLogging().BuildServiceProvider();
    private readonly TestRegister _register;

    public TestLookup(TestRegister register)
    {
        _register = register;
        var storage = new Storage(register.Blobs, register.Tables, register.Names);
        Snapshots = new SnapshotStore(storage, register.Register);
        Rates = new RateBook(storage, register.Clock);
        Lookup = new ProjectLookup(register.Register, Snapshots, Rates);
        Directory = new PartnerDirectory(storage, register.Clock);
        Verdicts = new VerdictLog(storage);
        Confirmed = new ConfirmedProjects(Verdicts, new FindingsStore(new DuplicateBlobs(storage)));
    }

    public SnapshotStore Snapshots { get; }

    public RateBook Rates { get; }

    public ProjectLookup Lookup { get; }

    public PartnerDirectory Directory { get; }

    public VerdictLog Verdicts { get; }

    public ConfirmedProjects Confirmed { get; }

    public static byte[] Bytes(Projection projection)
    {
        using var stream = new MemoryStream();
        SnapshotFormat.Write(stream, projection.Compact());
        return stream.ToArray();
    }

    public Task<(int Status, byte[] Body, string Type)> ListAsync(string query, string? accept = null) => SendAsync(
        new ListProjects(Lookup, Directory, new ProjectExport(_register.Register, _register.Clock)).Run, query, accept);

    public async Task<JsonNode> FacetsAsync(string query) => Json(await SendAsync(new CountFacets(Lookup, Directory, Confirmed).Run, query));

    public async Task<JsonNode> MatrixAsync(string query) => Json(await SendAsync(new CrossTabulate(Lookup, Directory, Confirmed).Run, query));

    public Task<(int Status, byte[] Body, string Type)> ShowAsync(string reference) => SendAsync(
        request => new ShowProject(_register.Register, Rates).Run(request, TestRegister.Partner.Value, TestRegister.Reference(reference).Id), "");

    public Task<(int Status, byte[] Body, string Type)> HistoryAsync(string reference, string query) => SendAsync(
        request => new ShowHistory(_register.Register).Run(request, TestRegister.Partner.Value, TestRegister.Reference(reference).Id), query);

    public async Task<List<string>> TitlesAsync(string query) => [.. Json(await ListAsync(query))["items"]!.AsArray().Select(item => item!["title"]!.GetValue<string>())];

    public static JsonNode Json((int Status, byte[] Body, string Type) answer)
    {
        Assert.Equal(200, answer.Status);
        return JsonNode.Parse(answer.Body)!;
    }

    private static async Task<(int Status, byte[] Body, string Type)> SendAsync(Func<HttpRequest, Task<IResult>> function, string query, string? accept = null)
    {
        var http = new DefaultHttpContext { RequestServices = Services };
        using var body = new MemoryStream();
        http.Response.Body = body;
        http.Request.QueryString = new QueryString(query.Length == 0 ? "" : "?" + query);
        if (accept is not null) http.Request.Headers.Accept = accept;
        await (await function(http.Request)).ExecuteAsync(http);
        return (http.Response.StatusCode, body.ToArray(), http.Response.ContentType ?? "");
    }
}
