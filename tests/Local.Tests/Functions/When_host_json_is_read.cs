using ParisPact.Local.Hosting;
using ParisPact.Local.Start;
using ParisPact.Tests.Start;

namespace ParisPact.Tests.Functions;

public sealed class When_host_json_is_read : DataFolder
{
    [Fact]
    public void What_it_leaves_out_is_as_published()
    {
        var host = Read("""{ "version": "2.0" }""");
        Assert.Equal(
            ("api", 5, "TestHubName", TimeSpan.FromMinutes(30), null),
            (host.RoutePrefix, host.PoisonBlobThreshold, host.TaskHub, host.FunctionTimeout!.Value, host.ActivityParallelism));
    }

    [Fact]
    public void A_timeout_may_have_no_end_and_one_beyond_the_reach_of_timers_has_none()
    {
        Assert.Null(Read("""{ "functionTimeout": "-1" }""").FunctionTimeout);
        Assert.Null(Read("""{ "functionTimeout": "60.00:00:00" }""").FunctionTimeout);
    }

    [Theory]
    [InlineData("""{ "version": """, "host.json cannot be read: ")]
    [InlineData("[]", "host.json cannot be read: ")]
    [InlineData("""{ "functionTimeout": "soon" }""", "host.json: functionTimeout is 'soon', and must be a time such as 00:30:00, or -1 for none.")]
    [InlineData("""{ "functionTimeout": "00:00:00" }""", "host.json: functionTimeout is '00:00:00', ")]
    [InlineData("""{ "extensions": { "blobs": { "poisonBlobThreshold": "none" } } }""", "host.json: extensions:blobs:poisonBlobThreshold is 'none', and must be a whole number above 0.")]
    [InlineData("""{ "extensions": { "durableTask": { "hubName": "paris-pact" } } }""", "host.json: extensions:durableTask:hubName is 'paris-pact', and must be 3 to 45 letters and digits, a letter first.")]
    public void What_it_cannot_mean_is_one_clear_line(string text, string problem)
    {
        var failure = Assert.Throws<StartFailure>(() => Read(text));
        Assert.Contains(problem, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    private HostJson Read(string text)
    {
        File.WriteAllText(Path.Combine(Data, "host.json"), text);
        return HostJson.Read(Data);
    }
}
