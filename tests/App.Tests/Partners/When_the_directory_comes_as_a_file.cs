using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ParisPact.Tests.Intake;
using static ParisPact.Tests.Partners.When_the_directory_is_kept_over_HTTP;

namespace ParisPact.Tests.Partners;

[Collection(RunningAppTests.Name)]
public sealed class When_the_directory_comes_as_a_file(RunningApp app)
{
    private const string Header = "id,name,kind,countries,person,role,mail,person countries,person themes,identity\n";
    private readonly string _prefix = AzuriteServer.Prefix();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Json_and_csv_enter_replace_and_leave_alone()
    {
        using var client = app.Secretariat;
        Assert.Equal([$"{_prefix}-a created", $"{_prefix}-b created"], await LoadAsync(client, Utf8($"[{Partner($"{_prefix}-a")},{Partner($"{_prefix}-b")}]")));
        var rows = $"{Header}{_prefix}-a,Sample partner,organisation,AF,Sample person,coordinator,person@sample.example,,,\n{_prefix}-c,\"Third, of the sample\",country,AF IR,One,focal-point,one@sample.example,AF,,\n{_prefix}-c,,,,Two,analyst,,,,\n";
        Assert.Equal([$"{_prefix}-a unchanged", $"{_prefix}-c created"], await LoadAsync(client, Utf8(rows)));
        Assert.Equal([$"{_prefix}-b updated"], await LoadAsync(client, Utf8($$"""{"items":[{{Partner($"{_prefix}-b", "Renamed")}}]}""")));
        var third = await client.GetJsonAsync($"api/partners/{_prefix}-c");
        Assert.Equal("Third, of the sample", third.Text("name"));
        Assert.Equal(["One", "Two"], third.GetProperty("people").EnumerateArray().Select(person => person.Text("name")));
    }

    [Fact]
    public async Task What_is_given_out_can_be_sent_back_and_changes_nothing()
    {
        using var client = app.Secretariat;
        await LoadAsync(client, Utf8($"[{Partner($"{_prefix}-a", "=1+1 \\\"Sample\\\", org; é ж", $"id-{_prefix}")},{Partner($"{_prefix}-b", "-Dash")}]"));
        var json = await client.GetByteArrayAsync("api/partners", Stop);
        Assert.All(await LoadAsync(client, json), outcome => Assert.EndsWith(" unchanged", outcome, StringComparison.Ordinal));
        var csv = await client.GetByteArrayAsync("api/partners?format=csv", Stop);
        Assert.DoesNotContain(",=1+1", Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        Assert.All(await LoadAsync(client, csv), outcome => Assert.EndsWith(" unchanged", outcome, StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_people_are_mailed_about_duplicates_comes_and_goes_with_it()
    {
        using var client = app.Secretariat;
        var rows = $"{Header.TrimEnd()},duplicates\n{_prefix}-d,Sample partner,organisation,,One,coordinator,one@sample.example,,,,Weekly\n{_prefix}-d,,,,Two,coordinator,two@sample.example,,,,\n";
        Assert.Equal([$"{_prefix}-d created"], await LoadAsync(client, Utf8(rows)));
        var people = (await client.GetJsonAsync($"api/partners/{_prefix}-d")).GetProperty("people");
        Assert.Equal("weekly", people[0].Text("duplicates"));
        Assert.Equal(JsonValueKind.Null, people[1].GetProperty("duplicates").ValueKind);
        Assert.Contains($"{_prefix}-d,Sample partner,organisation,,One,coordinator,one@sample.example,,,,weekly", await client.GetStringAsync("api/partners?format=csv", Stop), StringComparison.Ordinal);
        Assert.Equal([$"{_prefix}-d unchanged"], await LoadAsync(client, Utf8($"[{await client.GetStringAsync($"api/partners/{_prefix}-d", Stop)}]")));
        using var answer = await PostAsync(client, Utf8(rows.Replace("Weekly", "monthly", StringComparison.Ordinal)));
        Assert.Equal(["items[0].people[0].duplicates"], await ErrorsAsync(answer));
    }

    [Theory]
    [InlineData("windows-1252", "Coopération (échantillon)")]
    [InlineData("windows-1251", "Пример партнёра для проверки")]
    [InlineData("utf-16", "Örnek ortak")]
    public async Task It_may_be_what_a_spreadsheet_program_saves(string encoding, string name)
    {
        using var client = app.Secretariat;
        var text = $"{Header}{_prefix}-x,{name},organisation,,,,,,,\n".Replace(',', ';');
        var code = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        Assert.Equal([$"{_prefix}-x created"], await LoadAsync(client, [.. code.GetPreamble(), .. code.GetBytes(text)]));
        Assert.Equal(name, (await client.GetJsonAsync($"api/partners/{_prefix}-x")).Text("name"));
    }

    [Fact]
    public async Task Where_anything_is_wrong_all_of_it_is_said_and_nothing_is_entered()
    {
        using var client = app.Secretariat;
        var file = $$"""[{{Partner($"{_prefix}-good")}},{"id":"-","name":"","kind":"x"},null,{{Partner($"{_prefix}-good", "Twice")}}]""";
        using var answer = await PostAsync(client, Utf8(file));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["items[1].id", "items[1].kind", "items[1].name", "items[2].id", "items[2].kind", "items[2].name", "items[3].id"], await ErrorsAsync(answer));
        using var none = await client.GetAsync($"api/partners/{_prefix}-good", Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task A_sign_in_belongs_to_one_partner_and_may_move_within_a_file()
    {
        using var client = app.Secretariat;
        await LoadAsync(client, Utf8($"[{Partner($"{_prefix}-a", identity: $"one-{_prefix}")},{Partner($"{_prefix}-b", identity: $"two-{_prefix}")}]"));
        using var answer = await PostAsync(client, Utf8($"[{Partner($"{_prefix}-new")},{Partner($"{_prefix}-c", identity: $"ONE-{_prefix}")}]"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["items[1].people[0].identity"], await ErrorsAsync(answer));
        using var twice = await PostAsync(client, Utf8($"[{Partner($"{_prefix}-new", identity: $"x-{_prefix}")},{Partner($"{_prefix}-c", identity: $"x-{_prefix}")}]"));
        Assert.Equal(["items[1].people[0].identity"], await ErrorsAsync(twice));
        using var none = await client.GetAsync($"api/partners/{_prefix}-new", Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        // The two change places.
        Assert.Equal([$"{_prefix}-a updated", $"{_prefix}-b updated"], await LoadAsync(client, Utf8($"[{Partner($"{_prefix}-a", identity: $"two-{_prefix}")},{Partner($"{_prefix}-b", identity: $"one-{_prefix}")}]")));
    }

    [Theory]
    [InlineData("id,name,kind,e-mail,role,person\nxx-1,A,country,a@b.example,coordinator,B\n", "e-mail")]
    [InlineData("name,people\nA,B\n", "id kind people")]
    [InlineData("id,name,kind\nxx-1,A,country\nxx-1,B,organisation\n", "row 2")]
    [InlineData("", "file")]
    [InlineData("{\"partners\":[]}", "file")]
    [InlineData("[{]", "file")]
    [InlineData("[[1]]", "file")]
    public async Task A_file_that_is_none_is_refused(string text, string fields)
    {
        using var client = app.Secretariat;
        using var answer = await PostAsync(client, Utf8(text));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(fields, string.Join(' ', await ErrorsAsync(answer)));
        using var none = await client.GetAsync("api/partners/xx-1", Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, byte[] file) => client.PostAsync("api/partners", new ByteArrayContent(file), Stop);

    private static async Task<string[]> LoadAsync(HttpClient client, byte[] file)
    {
        using var answer = await PostAsync(client, file);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(Stop)).GetProperty("items").EnumerateArray().Select(item => $"{item.Text("id")} {item.Text("outcome")}")];
    }
}
