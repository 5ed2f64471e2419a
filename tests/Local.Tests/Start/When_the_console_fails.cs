using Microsoft.Extensions.DependencyInjection;
using ParisPact.Local.Hosting;
using ParisPact.Local.Start;

namespace ParisPact.Tests.Start;

public sealed class When_the_console_fails(AzuriteServer azurite) : DataFolder
{
    [Fact]
    public async Task The_host_goes_on_and_says_what_is_not_shown()
    {
        using var log = new TestLog();
        var plan = TestPlan.Of(log, typeof(SampleFunctions)) with
        {
            Port = 0,
            Storage = azurite.ConnectionString,
            Console = new CommandLine(0, null, true, false, []),
            Output = new Broken(),
            SamplesFolder = Data,
        };
        await using var host = await LocalHost.Start(plan, builder =>
        {
            builder.Services.AddSingleton(azurite.BlobService);
            builder.Services.AddSingleton(new SampleFunctions.Asked());
        });
        await Poll.Until(() => log.Lines.Any(line => line.Contains("The samples were not loaded, and the host goes on: the console is gone", StringComparison.Ordinal)), 30);
        Assert.Contains(log.Lines, line => line.Contains("The host could not be described", StringComparison.Ordinal));
        using var client = host.CreateClient();
        Assert.Contains("running", await client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private sealed class Broken : StringWriter
    {
        public override Task WriteLineAsync(string? value) => throw new NotSupportedException("the console is gone");

        public override void Write(string? value) => throw new NotSupportedException("the console is gone");
    }
}
