using System.Net;
using Microsoft.Extensions.Hosting;
using ParisPact.Local.Hosting;

namespace ParisPact.Tests.Http;

public sealed class When_there_is_middleware : IAsyncLifetime
{
    private LocalHost host = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        host = await LocalHost.Start(TestPlan.Of(new TestLog(), typeof(MiddlewareFunctions)) with { Port = 0 }, builder =>
        {
            builder.UseMiddleware<MiddlewareFunctions.Access>();
            builder.UseWhen<MiddlewareFunctions.Replacing>(context => context.FunctionDefinition.Name == "WhoAmI");
            builder.UseWhen<MiddlewareFunctions.Access>(context => context.FunctionDefinition.Name == "Another");
        });
        client = host.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task It_runs_in_the_order_of_registration_where_its_condition_holds()
    {
        client.DefaultRequestHeaders.Add("x-name", "Ada");
        Assert.Equal("Ada access replacing", await client.GetStringAsync("/api/whoami", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task It_may_answer_in_place_of_the_function()
    {
        using var answer = await client.GetAsync("/api/whoami", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.False(answer.Headers.Contains("x-was"));
    }

    [Fact]
    public async Task It_sees_the_functions_result()
    {
        client.DefaultRequestHeaders.Add("x-name", "Ada");
        using var answer = await client.GetAsync("/api/whoami", TestContext.Current.CancellationToken);
        Assert.NotEmpty(answer.Headers.GetValues("x-was"));
    }
}
