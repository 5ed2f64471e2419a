using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ParisPact.Domain.Projects;
using ParisPact.Tests.Intake;

namespace ParisPact.Tests.Platform;

[Collection(RunningAppTests.Name)]
public sealed class When_the_api_is_described(RunningApp app)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_reference_leads_somewhere_and_every_operation_has_its_own_name()
    {
        using var client = app.Secretariat;
        var document = await DocumentAsync(client);
        var check = new SchemaCheck(document);
        var references = Nodes(document).OfType<JsonObject>().Select(node => node["$ref"]).OfType<JsonValue>().Select(target => target.GetValue<string>()).ToList();
        Assert.True(references.Count > 50);
        Assert.All(references, reference => Assert.NotNull(check.At(reference)));
        var names = Operations(document).Select(operation => operation["operationId"]!.GetValue<string>()).ToList();
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public async Task What_is_answered_is_what_the_description_says()
    {
        var partner = await app.NewPartnerAsync("AF");
        using var client = app.Secretariat;
        var upload = (await app.SendAsync(client, "a.csv", SampleFiles.Csv(3), $"&partner={partner}")).GetProperty("upload").GetString();
        var project = $"projects/{partner}/{ProjectReference.From("P-1")!.Id}";
        foreach (var (address, path) in (IEnumerable<(string, string)>)
        [
            ($"projects?partner={partner}", "projects"), ("projects?limit=0", "projects"), ("projects?format=pdf", "projects"),
            ($"projects/facets?partner={partner}", "projects/facets"), ("projects/facets?from=x", "projects/facets"),
            ($"projects/matrix?partner={partner}&measure=usd", "projects/matrix"),
            (project, "projects/{partner}/{id}"), ($"{project}x", "projects/{partner}/{id}"), ($"{project}/history", "projects/{partner}/{id}/history"),
            ("partners", "partners"), ($"partners/{partner}", "partners/{partner}"), ("partners/nobody", "partners/{partner}"),
            ($"uploads?partner={partner}", "uploads"), ($"uploads/{upload}", "uploads/{id}"), ("uploads/none", "uploads/{id}"),
        ])
        {
            using var answer = await client.GetAsync($"api/{address}", Stop);
            await IsAsDescribedAsync(answer, await DocumentAsync(client), $"/{path}", "get");
        }
    }

    [Fact]
    public async Task So_is_what_a_change_is_answered_with_and_the_project_is_as_a_reader_gets_it()
    {
        var partner = await app.NewPartnerAsync("AF");
        using var client = app.Client("partner", partner.Value);
        var address = $"api/projects/{partner}/{ProjectReference.From("P-1")!.Id}";
        using var request = new HttpRequestMessage(HttpMethod.Put, address);
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        request.Content = JsonContent.Create(new { reference = "P-1", title = "First", status = "closed", organisations = new[] { new { role = "funding", name = "Nobody knows" } } });
        using var answer = await client.SendAsync(request, Stop);
        var changed = await IsAsDescribedAsync(answer, await DocumentAsync(client), "/projects/{partner}/{id}", "put");
        Assert.Contains(changed["warnings"]!.AsArray(), warning => warning!["severity"]!.GetValue<string>() == "warning" && warning["rule"]!.GetValue<string>() == "organisation.unknown");
        var read = JsonNode.Parse(await client.GetStringAsync(address, Stop))!.AsObject();
        read.Remove("register");
        Assert.True(JsonNode.DeepEquals(read, changed["project"]), changed.ToJsonString());
    }

    private static async Task<JsonObject> DocumentAsync(HttpClient client) => JsonNode.Parse(await client.GetStringAsync("api/openapi.json", Stop))!.AsObject();

    private static async Task<JsonObject> IsAsDescribedAsync(HttpResponseMessage answer, JsonObject document, string path, string verb)
    {
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Stop))!.AsObject();
        var described = document["paths"]![path]![verb]!["responses"]![$"{(int)answer.StatusCode}"];
        Assert.True(described is not null, $"{verb} {path} answers {answer.StatusCode}, which is not described.");
        var schema = described["content"]![answer.Content.Headers.ContentType!.MediaType!]!["schema"]!;
        Assert.Empty(new SchemaCheck(document).Faults(body, schema));
        return body;
    }

    private static IEnumerable<JsonNode> Operations(JsonObject document) =>
        document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!);

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => (node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => [],
    }).OfType<JsonNode>().SelectMany(Nodes).Prepend(node);
}
