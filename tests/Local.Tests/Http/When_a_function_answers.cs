using System.Net;
using Microsoft.Extensions.DependencyInjection;
using ParisPact.Local.Hosting;

namespace ParisPact.Tests.Http;

public sealed class When_a_function_answers : IAsyncLifetime
{
    private readonly TestLog log = new();
    private LocalHost host = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        host = await LocalHost.Start(
            TestPlan.Of(log, typeof(ResultFunctions)) with { Port = 0 },
            builder => builder.Services.AddRazorComponents());
        client = host.CreateClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
        log.Dispose();
    }

    [Theory]
    [InlineData("text", 200, "text/plain; charset=utf-8", "text")]
    [InlineData("problem", 409, "application/problem+json; charset=utf-8", """{"title":"No","status":409}""")]
    [InlineData("late", 202, "application/json; charset=utf-8", """{"propertyName":1}""")]
    [InlineData("quick", 204, null, "")]
    [InlineData("page", 200, "text/html; charset=utf-8", "<p>&lt;Ada&gt;</p>")]
    public async Task A_result_writes_itself(string function, int status, string? type, string body)
    {
        using var answer = await client.GetAsync($"/api/{function}", Cancel);
        Assert.Equal(
            ((HttpStatusCode)status, type, body),
            (answer.StatusCode, answer.Content.Headers.ContentType?.ToString(), await answer.Content.ReadAsStringAsync(Cancel)));
    }

    [Theory]
    [InlineData("bare")]
    [InlineData("nothing")]
    public async Task Anything_else_is_an_empty_200(string function)
    {
        using var answer = await client.GetAsync($"/api/{function}", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [InlineData("fails", "the secret reason")]
    [InlineData("failswhileanswering", "broken source")]
    public async Task A_failure_is_an_empty_500_and_a_logged_error(string function, string reason)
    {
        using var answer = await client.GetAsync($"/api/{function}", Cancel);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Contains(log.Lines, line => line.StartsWith("Error Function.Fails", StringComparison.Ordinal) && line.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_learns_that_the_caller_has_gone_and_no_error_is_logged()
    {
        using var gone = new CancellationTokenSource();
        var asking = client.GetAsync("/api/waits", gone.Token);
        await ResultFunctions.Came.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.True(await ResultFunctions.Left.Task.WaitAsync(TimeSpan.FromSeconds(60), Cancel));
        Assert.DoesNotContain(log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
