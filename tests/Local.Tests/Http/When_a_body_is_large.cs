using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using ParisPact.Local.Hosting;

namespace ParisPact.Tests.Http;

public sealed class When_a_body_is_large
{
    private const int WorkersOwnLimit = 30_000_000;

    [Fact]
    public async Task The_workers_own_limit_fails_the_function() =>
        Assert.Equal(HttpStatusCode.InternalServerError, await Send(WorkersOwnLimit + 1, _ => { }));

    [Fact]
    public async Task A_configured_limit_is_kept() =>
        Assert.Equal(HttpStatusCode.OK, await Send(WorkersOwnLimit + 1, builder => builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = 100_000_000)));

    [Fact]
    public async Task The_hosts_limit_cannot_be_lifted() =>
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Send(104_857_601, builder => builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null)));

    private static async Task<HttpStatusCode> Send(int length, Action<FunctionsApplicationBuilder> configure)
    {
        await using var host = await LocalHost.Start(TestPlan.Of(new TestLog(), typeof(ResultFunctions)) with { Port = 0 }, configure);
        // The answer decides whether the body is sent at all: a client that waits no longer would write into a closed connection.
        using var own = host.CreateClient();
        using var client = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(2) }) { BaseAddress = own.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/size") { Content = new StreamContent(new Zeros(length)) };
        request.Headers.ExpectContinue = true;
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private sealed class Zeros(int length) : MemoryStream(new byte[length], writable: false);
}
