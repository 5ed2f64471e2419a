using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ParisPact.Functions;
using ParisPact.Functions.Mail;
using ParisPact.Functions.Platform;

namespace ParisPact.Tests.Mail;

/// <summary>An outbox of its own on the emulator, and one instance that sends when it is told to.</summary>
internal sealed class TestOutbox
{
    public const string From = "office@sample.example";

    public static readonly DateTimeOffset Start = new(2026, 11, 23, 2, 0, 0, TimeSpan.Zero);

    /// <param name="port">Of the mail server.</param>
    /// <param name="prefix">Of another outbox, to be another instance that shares it.</param>
    /// <param name="atOnce">Sends right after a hand-over, too.</param>
    /// <param name="user">Signs in to the mail server.</param>
    public TestOutbox(AzuriteServer azurite, int port, string? prefix = null, HttpPipelinePolicy? fault = null, FakeTimeProvider? clock = null, bool atOnce = false, MailTls tls = MailTls.None, string? user = null)
    {
        Prefix = prefix ?? AzuriteServer.Prefix();
        Clock = clock ?? new FakeTimeProvider(Start);
        var (tables, blobs) = (new TableClientOptions(), new BlobClientOptions());
        if (fault is not null)
        {
            (tables.Retry.MaxRetries, blobs.Retry.MaxRetries) = (0, 0);
            tables.AddPolicy(fault, HttpPipelinePosition.PerCall);
            blobs.AddPolicy(fault, HttpPipelinePosition.PerCall);
        }

        Storage = new Storage(new BlobServiceClient(azurite.Connection, blobs), new TableServiceClient(azurite.Connection, tables), new StorageNames(Prefix));
        var settings = Options.Create(new Settings { Mail = new() { Host = "127.0.0.1", Port = port, Tls = tls, User = user, Password = user, From = From, LargestMegabytes = 1 } });
        Store = new OutboxStore(Storage);
        Sender = new MailSender(Store, settings, Clock, NullLogger<MailSender>.Instance);
        Outbox = new Outbox(Store, new Sending(Sender, new Lifetime(new CancellationToken(canceled: !atOnce)), NullLogger<Sending>.Instance), settings, Clock);
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public string Prefix { get; }

    public FakeTimeProvider Clock { get; }

    public Storage Storage { get; }

    public OutboxStore Store { get; }

    public MailSender Sender { get; }

    public Outbox Outbox { get; }

    public static OutgoingMail Mail(string key, params string[] to) => new()
    {
        Key = key,
        Recipients = [.. (to.Length > 0 ? to : ["a.person@partner.example"]).Select(address => new MailRecipient("A Person", address))],
        Subject = "Two projects look like one",
        Text = "See the report.\n",
        Html = "<p>See the report.</p>",
    };

    public Task<HandOver> HandOverAsync(OutgoingMail mail) => Outbox.HandOverAsync(mail, Stop);

    public Task<HandOver> HandOverAsync(string key, params string[] to) => HandOverAsync(Mail(key, to));

    public Task RunAsync() => Sender.RunAsync(Stop);

    /// <summary>Lets time pass and sends what is due then.</summary>
    public Task RunAfterAsync(TimeSpan wait)
    {
        Clock.Advance(wait);
        return RunAsync();
    }

    public Task<StoredMail?> OpenAsync(string key) => Store.FindOpenAsync(MailId.Of(key), Stop);

    public async Task<IReadOnlyList<StoredMail>> SentAsync() => (await Store.SentAsync(1_000, null, Stop)).Mails;

    private sealed class Lifetime(CancellationToken stopping) : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => CancellationToken.None;

        public CancellationToken ApplicationStopping => stopping;

        public CancellationToken ApplicationStopped => stopping;

        public void StopApplication() => throw new NotSupportedException();
    }
}
