using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using ParisPact.Local.Hosting;
using ParisPact.Local.Time;

namespace ParisPact.Tests.Timers;

/// <summary>A host with timer functions on a virtual clock.</summary>
internal sealed class TimerRun : IAsyncDisposable
{
    private readonly LocalHost host;

    private TimerRun(LocalHost host, VirtualClock clock, Recording recording) => (this.host, Clock, Recording) = (host, clock, recording);

    public VirtualClock Clock { get; }

    public Recording Recording { get; }

    public LocalHost Host => host;

    public static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static async Task<TimerRun> Start(string now, Type functions, string? storage = null, string daily = "0 0 2 * * *", string? app = null)
    {
        var work = RunningWork.OneAtATime();
        var clock = new VirtualClock(Moment(now), work);
        var recording = new Recording(clock);
        var host = await LocalHost.Start(
            TestPlan.Of(new TestLog(), functions) with
            {
                Time = clock,
                Work = work,
                Storage = storage,
                HostName = app,
                Settings = new Dictionary<string, string?> { ["DailySchedule"] = daily },
            },
            builder =>
            {
                builder.Services.AddSingleton(recording);
                builder.Services.AddSingleton<RecordingFunctions.SlowWork>();
            });
        return new TimerRun(host, clock, recording);
    }

    public Task Until(string moment) => Clock.RunUntilAsync(Moment(moment));

    public ValueTask DisposeAsync() => host.DisposeAsync();
}
