using System.Net;
using ParisPact.Local.Hosting;

namespace ParisPact.Tests.Http;

public sealed class When_a_request_comes : IAsyncLifetime
{
    private LocalHost host = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        host = await LocalHost.Start(TestPlan.Of(new TestLog(), typeof(RouteFunctions)) with { Port = 0 });
        client = host.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task A_function_without_a_route_answers_to_its_name_whatever_the_case_and_the_method()
    {
        Assert.Equal("""{"method":"GET","hasClock":true}""", await Get("/api/keyed"));
        using var answer = await client.DeleteAsync("/api/KEYED", Cancel);
        Assert.Equal("""{"method":"DELETE","hasClock":true}""", await answer.Content.ReadAsStringAsync(Cancel));
    }

    [Fact]
    public async Task Route_values_reach_the_parameters_of_their_name() =>
        Assert.Equal("""{"partner":"acme","id":7,"value":"/api/things/acme/7"}""", await Get("/api/things/acme/7"));

    [Fact]
    public async Task An_optional_value_may_be_left_out() =>
        Assert.Equal("""{"partner":"acme","id":null,"value":"/api/things/acme"}""", await Get("/api/things/acme"));

    [Theory]
    [InlineData("/api/things/123/7")]
    [InlineData("/api/things/acme/seven")]
    [InlineData("/things/acme/7")]
    [InlineData("/api/nothing")]
    public async Task A_path_that_no_route_takes_is_not_found(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(path, Cancel)).StatusCode);

    [Fact]
    public async Task A_method_that_no_function_of_the_path_takes_is_not_found_either()
    {
        using var answer = await client.PostAsync("/api/things/acme/7", null, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.False(answer.Content.Headers.Contains("Allow"));
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("OPTIONS")]
    [InlineData("PURGE")]
    public async Task Nor_is_one_that_only_asks_about_the_path(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/things/acme/7");
        using var answer = await client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task A_literal_segment_wins_over_a_value() =>
        Assert.Equal("facets x y", await Get("/api/things/facets/all?q=x%20y"));

    [Fact]
    public async Task A_path_to_the_end_keeps_its_slashes() =>
        Assert.Equal($$"""{"path":"a/b c/d.csv","name":"File","canBeCanceled":true,"missing":"default","data":"a/b c/d.csv","value":"{{client.BaseAddress!.Authority}}"}""", await Get("/api/files/a/b%20c/d.csv"));

    [Fact]
    public async Task A_value_that_is_none_of_the_parameters_type_fails_without_details()
    {
        using var answer = await client.PutAsync("/api/things/acme/7", null, Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Fact]
    public async Task The_landing_page_says_that_the_app_is_up() =>
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/", Cancel)).StatusCode);

    [Fact]
    public async Task The_host_tells_its_state() =>
        Assert.Contains("\"state\":\"Running\"", await Get("/admin/host/status"), StringComparison.Ordinal);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Task<string> Get(string path) => client.GetStringAsync(path, Cancel);
}
