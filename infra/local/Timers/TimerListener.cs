using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Functions;
using ParisPact.Local.Time;

namespace ParisPact.Local.Timers;

/// <summary>
/// Runs one timer function when its schedule says so. The next occurrence is computed after a run ends, so that runs never
/// overlap and missed occurrences are not made up for one by one.
/// </summary>
internal sealed class TimerListener : IDisposable
{
    // Long waits are cut: a machine that slept would otherwise wake up late by as much as it slept.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly FunctionEntry function;
    private readonly TimerSchedule schedule;
    private readonly RetryPlan retries;
    private readonly ITimerMemory? memory;
    private readonly TimerHost host;
    private readonly ITimer timer;
    private readonly CancellationTokenSource stop = new();
    private TimerStatus? status;
    private Occasion next = new(default, false, 0);

    public TimerListener(FunctionEntry function, TimerSchedule schedule, TimerHost host)
    {
        var trigger = (TimerTriggerAttribute)function.Trigger;
        this.function = function;
        this.schedule = schedule;
        this.host = host;
        retries = RetryPlan.Of(function.Retry);
        memory = trigger.UseMonitor && !schedule.IsSubMinute(host.Now, host.Zone) ? host.Memory : null;
        timer = host.Time.CreateTimer(_ => Elapsed(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>One run that is due, or one more try of it.</summary>
    private sealed record Occasion(DateTimeOffset Due, bool IsPastDue, int RetryCount);

    public FunctionEntry Function => function;

    public TimerSchedule Schedule => schedule;

    public async Task Start(CancellationToken cancellation)
    {
        var now = host.Now;
        var isPastDue = memory is not null && await Remember(memory, now, cancellation);
        var atOnce = isPastDue || ((TimerTriggerAttribute)function.Trigger).RunOnStartup;
        Await(new Occasion(atOnce ? now : schedule.Next(now, host.Zone), isPastDue, 0));
    }

    /// <summary>Runs the function once, whatever the schedule says.</summary>
    public void Fire() => host.Work.Run(() => Try(new Occasion(host.Now, false, 0), "fired by hand"), function.Name);

    public async Task Stop()
    {
        timer.Dispose();
        await stop.CancelAsync();
    }

    public void Dispose()
    {
        timer.Dispose();
        stop.Dispose();
    }

    /// <summary>Whether an occurrence was missed since the last run. A new timer, or one whose schedule has changed, has missed none.</summary>
    private async Task<bool> Remember(ITimerMemory memory, DateTimeOffset now, CancellationToken cancellation)
    {
        status = await memory.Read(function.Name, cancellation);
        var expected = status is null ? default : schedule.Next(status.Last == default ? status.LastUpdated : status.Last, host.Zone);
        if (status is null || status.Next != expected)
        {
            status = new TimerStatus(status?.Last ?? default, schedule.Next(now, host.Zone), now);
            await memory.Write(function.Name, status, cancellation);
            return false;
        }

        return now > status.Next;
    }

    private void Await(Occasion occasion)
    {
        next = occasion;
        var wait = occasion.Due - host.Now;
        timer.Change(wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < LongestWait ? wait : LongestWait, Timeout.InfiniteTimeSpan);
    }

    private void Elapsed()
    {
        if (stop.IsCancellationRequested)
        {
            return;
        }

        if (host.Now < next.Due)
        {
            Await(next);
            return;
        }

        host.Work.Run(Occur, function.Name);
    }

    private async Task Occur()
    {
        var occasion = next;
        var began = host.Now;
        var succeeded = await Try(occasion, occasion.IsPastDue ? "past due" : "by schedule");
        if (stop.IsCancellationRequested)
        {
            // Broken off, it is past due at the next start; done, it must not be done again then.
            if (succeeded)
            {
                await Remember(began > occasion.Due ? began : occasion.Due);
            }

            return;
        }

        if (!succeeded && retries.DelayAfter(occasion.RetryCount) is { } delay)
        {
            Await(occasion with { Due = host.Now + delay, RetryCount = occasion.RetryCount + 1 });
            return;
        }

        await Remember(began > occasion.Due ? began : occasion.Due);
        Await(new Occasion(schedule.Next(host.Now, host.Zone), false, 0));
    }

    private async Task Remember(DateTimeOffset ran)
    {
        if (memory is null)
        {
            return;
        }

        status = new TimerStatus(ran, schedule.Next(ran, host.Zone), host.Now);
        try
        {
            await memory.Write(function.Name, status, CancellationToken.None);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The timer goes on; at worst one occurrence is made up for after a restart.
            host.Logger.LogError(failure, "The state of timer '{Function}' was not written", function.Name);
        }
    }

    private async Task<bool> Try(Occasion occasion, string reason)
    {
        var info = new TimerInfo { IsPastDue = occasion.IsPastDue, ScheduleStatus = status?.AsSeenByFunctions() };
        try
        {
            await host.Runner.Run(new Invocation(function, reason, stop.Token)
            {
                Bind = (parameter, context) => parameter.ParameterType == typeof(TimerInfo)
                    ? new(Argument.Of(info))
                    : new(BindingSources.Bind(parameter, context)),
                Retry = new LocalRetryContext(occasion.RetryCount, retries.MaxRetryCount),
            });
            return true;
        }
        catch (Exception)
        {
            // The runner has logged it; whether there is another try is for the retry plan to say.
            return false;
        }
    }
}
