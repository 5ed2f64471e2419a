using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Functions;

namespace ParisPact.Tests.Functions;

public sealed class When_a_function_runs
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(100);

    [Fact]
    public async Task What_was_opened_for_it_is_closed_also_when_a_later_parameter_cannot_be_bound()
    {
        using var opened = new MemoryStream();
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => Run(nameof(Sample.Reads), null, parameter =>
            parameter == "content" ? Argument.Of(opened) : throw new InvalidOperationException("no number")));
        Assert.Equal("no number", failure.Message);
        Assert.False(opened.CanRead);
    }

    [Fact]
    public async Task Its_class_is_released_also_then()
    {
        var released = Sample.Released;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Run(nameof(Sample.Reads), null, _ => throw new InvalidOperationException("nothing")));
        Assert.True(Sample.Released > released);
    }

    [Fact]
    public async Task It_is_cancelled_when_its_time_is_over_and_has_failed()
    {
        using var log = new TestLog();
        var failure = await Assert.ThrowsAsync<FunctionTimeoutException>(() => Run(nameof(Sample.Waits), Short, log: log));
        Assert.Equal("Timeout value of 00:00:00.1000000 was exceeded by function: Waits.", failure.Message);
        Assert.Contains(log.Lines, line => line.Contains("exceeded by function 'Waits'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_does_not_listen_has_failed_all_the_same()
    {
        Sample.Never = new TaskCompletionSource();
        await Assert.ThrowsAsync<FunctionTimeoutException>(() => Run(nameof(Sample.Ignores), Short));
        Sample.Never.SetResult();
    }

    [Fact]
    public async Task In_time_nothing_is_cancelled() => Assert.Equal("False", await Run(nameof(Sample.Tells), TimeSpan.FromMinutes(1)));

    private static async Task<object?> Run(string function, TimeSpan? limit, Func<string, Argument>? bind = null, TestLog? log = null)
    {
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log ?? new TestLog()));
        await using var services = new ServiceCollection().BuildServiceProvider();
        var method = typeof(Sample).GetMethod(function)!;
        var entry = new FunctionEntry(function, method, method.GetParameters()[0], new HttpTriggerAttribute());
        var runner = new FunctionRunner(services, loggers, [], new TimeLimit(limit, loggers));
        return await runner.Run(new Invocation(entry, "a test", TestContext.Current.CancellationToken)
        {
            Bind = (parameter, _) => ValueTask.FromResult(bind?.Invoke(parameter.Name!) ?? Argument.None),
        });
    }

    public sealed class Sample : IDisposable
    {
        public static int Released { get; private set; }

        public static TaskCompletionSource Never { get; set; } = new();

        public void Dispose() => Released++;

        public string Reads(Stream content, int number) => $"{content}{number}{this}";

        public static async Task<string> Waits(HttpRequest? request, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return $"{request}";
        }

        public static async Task<string> Ignores(HttpRequest? request)
        {
            await Never.Task;
            return $"{request}";
        }

        public static async Task<string> Tells(HttpRequest? request, CancellationToken cancellation)
        {
            await Task.Yield();
            return $"{request}{cancellation.IsCancellationRequested}";
        }
    }
}
