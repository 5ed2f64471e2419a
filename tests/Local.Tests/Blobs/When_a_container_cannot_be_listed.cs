using System.Net;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Blobs;

namespace ParisPact.Tests.Blobs;

public sealed class When_a_container_cannot_be_listed(AzuriteServer azurite)
{
    [Fact]
    public async Task It_is_named_again_and_again_until_it_can()
    {
        using var failing = new Failing();
        var options = new BlobClientOptions { Transport = new HttpClientTransport(failing), Retry = { MaxRetries = 0 } };
        var container = new BlobContainerClient(azurite.ConnectionString, AzuriteServer.UniqueName(), options);
        using var log = new TestLog();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(log));
        using var watch = new BlobWatch(container, [], hasHints: false, loggers.CreateLogger("Watch"));
        using var stop = new CancellationTokenSource();
        var watching = watch.Watch(stop.Token);
        await Poll.Until(() => Errors() >= 2);
        await stop.CancelAsync();
        await watching.ContinueWith(_ => { }, TaskScheduler.Default);

        int Errors() => log.Lines.Count(line => line.StartsWith($"Error Watch: No blob of container {container.Name} is noticed", StringComparison.Ordinal));
    }

    /// <summary>What Azurite answers to a listing with a name that XML cannot hold.</summary>
    private sealed class Failing : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.InternalServerError) { Content = new ByteArrayContent([]), RequestMessage = request });

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => SendAsync(request, cancellationToken).GetAwaiter().GetResult();
    }
}
