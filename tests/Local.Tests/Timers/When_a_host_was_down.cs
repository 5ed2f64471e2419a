using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace ParisPact.Tests.Timers;

public sealed class When_a_host_was_down(AzuriteServer azurite)
{
    private readonly string app = AzuriteServer.UniqueName();

    [Fact]
    public async Task Missed_occurrences_are_made_up_for_by_one_run()
    {
        await Run("2027-01-01T00:00", "2027-01-02T12:00");
        Assert.Equal(
            ["01-05 07:30:00 Daily past due last 01-02 02:00:00 next 01-03 02:00:00", "01-06 02:00:00 Daily last 01-05 07:30:00 next 01-06 02:00:00"],
            await Run("2027-01-05T07:30", "2027-01-06T12:00"));
    }

    [Fact]
    public async Task A_run_that_ended_while_the_host_was_stopping_is_not_made_up_for()
    {
        var run = await TimerRun.Start("2027-01-01T00:00", typeof(RecordingFunctions.Slow), azurite.ConnectionString, app: app);
        var work = run.Host.Services.GetRequiredService<RecordingFunctions.SlowWork>();
        var advancing = run.Until("2027-01-01T00:01:30");
        await Poll.Until(() => work.Running == 1);
        var stopping = run.DisposeAsync().AsTask();
        await Task.Delay(100, TestContext.Current.CancellationToken);
        work.End();
        await stopping;
        await advancing;

        await using var next = await TimerRun.Start("2027-01-01T00:01:40", typeof(RecordingFunctions.Slow), azurite.ConnectionString, app: app);
        await next.Until("2027-01-01T00:01:50");
        Assert.Empty(next.Recording.Lines);
    }

    [Fact]
    public async Task A_new_timer_has_missed_nothing() =>
        Assert.Empty(await Run("2027-01-01T03:00", "2027-01-01T12:00"));

    [Fact]
    public async Task Nothing_is_made_up_for_where_nothing_was_missed()
    {
        await Run("2027-01-01T00:00", "2027-01-02T12:00");
        Assert.Empty(await Run("2027-01-02T13:00", "2027-01-03T01:00"));
    }

    [Fact]
    public async Task A_timer_that_never_ran_is_past_due_too()
    {
        await Run("2027-01-01T00:00", "2027-01-01T01:00");
        Assert.Equal(["01-01 02:30:00 Daily past due last never next 01-01 02:00:00"], await Run("2027-01-01T02:30", "2027-01-01T12:00"));
    }

    [Fact]
    public async Task A_changed_schedule_begins_afresh()
    {
        await Run("2027-01-01T00:00", "2027-01-02T12:00");
        Assert.Equal(["01-05 08:00:00 Daily last 01-02 02:00:00 next 01-05 08:00:00"], await Run("2027-01-05T07:30", "2027-01-05T12:00", daily: "0 0 8 * * *"));
    }

    [Fact]
    public async Task The_state_lies_where_the_published_host_keeps_it()
    {
        await Run("2027-01-01T00:00", "2027-01-02T12:00");
        var blob = azurite.BlobService.GetBlobContainerClient("azure-webjobs-hosts").GetBlobClient($"timers/{app}/Host.Functions.Daily/status");
        using var json = JsonDocument.Parse((await blob.DownloadContentAsync(TestContext.Current.CancellationToken)).Value.Content);
        Assert.Equal(
            ["2027-01-02T02:00:00+00:00", "2027-01-03T02:00:00+00:00", "2027-01-02T02:00:00+00:00"],
            new[] { "Last", "Next", "LastUpdated" }.Select(name => json.RootElement.GetProperty(name).GetString()!));
    }

    private async Task<IReadOnlyList<string>> Run(string from, string until, string daily = "0 0 2 * * *")
    {
        await using var run = await TimerRun.Start(from, typeof(RecordingFunctions.Daily), azurite.ConnectionString, daily, app);
        await run.Until(until);
        return run.Recording.Lines;
    }
}
