using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace ParisPact.Local.Functions;

/// <summary>Ends runs that take longer than <c>functionTimeout</c> of host.json allows: their token is cancelled, and they have failed whatever they do then.</summary>
/// <param name="longest">Null has no end.</param>
internal sealed class TimeLimit(TimeSpan? longest, ILoggerFactory loggers)
{
    /// <summary>What a run has to clean up in. In Azure its worker is ended then, and with it everything that it runs.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    /// <param name="run">Is also given whether its time is over, so that it answers nobody any more.</param>
    /// <exception cref="FunctionTimeoutException">It took too long.</exception>
    public async Task<object?> Run(Invocation invocation, Func<Invocation, Func<bool>, Task<object?>> run)
    {
        // An orchestrator's wake-up is not measured: it must not leave its thread, and does nothing but decide.
        if (longest is not { } limit || invocation.Function.Trigger is OrchestrationTriggerAttribute)
        {
            return await run(invocation, () => false);
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(invocation.Cancellation);
        using var ended = new CancellationTokenSource();
        var isOver = false;
        var running = run(invocation with { Cancellation = over.Token }, () => isOver);
        if (await Task.WhenAny(running, Task.Delay(limit, ended.Token)) == running)
        {
            await ended.CancelAsync();
            return await running;
        }

        isOver = true;
        loggers.CreateLogger($"Function.{invocation.Function.Name}").LogError(
            "Timeout value of {Limit} exceeded by function '{Function}' ({Reason}). Initiating cancellation.", limit, invocation.Function.Name, invocation.Reason);
        await over.CancelAsync();
        await ((Task)running).WaitAsync(Grace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        throw new FunctionTimeoutException(invocation.Function.Name, limit);
    }
}
