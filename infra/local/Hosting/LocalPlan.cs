using System.Reflection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Access;
using ParisPact.Local.Durable.History;
using ParisPact.Local.Start;
using ParisPact.Local.Time;

namespace ParisPact.Local.Hosting;

/// <summary>What is settled before the app composes itself: which functions, which storage, which clock, which port.</summary>
internal sealed record LocalPlan
{
    /// <summary>The assembly whose functions are served.</summary>
    public required Assembly Assembly { get; init; }

    /// <summary>Only the functions of these classes; null is all of the assembly.</summary>
    public IReadOnlyList<Type>? Classes { get; init; }

    /// <summary>Where Azure Storage is, as a connection string; null serves without storage: no blob trigger, and timers that forget.</summary>
    public string? Storage { get; init; }

    /// <summary>The storage in a few words, for the console.</summary>
    public string? StorageSummary { get; init; }

    /// <summary>Where mails can be looked at, for the console.</summary>
    public string? MailSummary { get; init; }

    /// <summary>The folder in which an emulator of our own keeps its blobs; a change there is a hint that a blob came. Null where there is none.</summary>
    public string? StorageFolder { get; init; }

    /// <summary>Looks for blobs by itself; otherwise only when told to.</summary>
    public bool WatchesBlobs { get; init; } = true;

    /// <summary>The port on the loopback addresses; null serves no HTTP.</summary>
    public int? Port { get; init; }

    /// <summary>The address of the host, without a slash at the end; null where it serves no HTTP.</summary>
    public string? Url => Port is { } port ? $"http://localhost:{port}" : null;

    /// <summary>The folder in which this machine keeps what the app stores; null in a host that keeps nothing.</summary>
    public string? DataFolder { get; init; }

    /// <summary>Issues tokens at <c>/local/token</c>; null issues none.</summary>
    public LocalTokens? Tokens { get; init; }

    /// <summary>The command line that this host answers on the console; null keeps quiet.</summary>
    public CommandLine? Console { get; init; }

    /// <summary>The signals that end a host on the console; null where there is none.</summary>
    public StopSignals? Signals { get; init; }

    /// <summary>Where the console's lines go.</summary>
    public TextWriter Output { get; init; } = System.Console.Out;

    /// <summary>The folder of sample partners and their files.</summary>
    public string? SamplesFolder { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>What runs now; shared with a virtual clock, which stands still meanwhile.</summary>
    public RunningWork Work { get; init; } = new();

    /// <summary>Where orchestrations keep their history; null is the storage, or memory where there is none.</summary>
    public IHistoryStore? History { get; init; }

    /// <summary>The folder with the app's <c>host.json</c>.</summary>
    public string Folder { get; init; } = AppContext.BaseDirectory;

    /// <summary>Takes the log in place of the console.</summary>
    public ILoggerProvider? Log { get; init; }

    /// <summary>Hosted services of the command line, started before all others and stopped after them.</summary>
    public IReadOnlyList<IHostedService> Foundations { get; init; } = [];

    /// <summary>Settings that win over every other source of configuration.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Names this host among those that share its storage; null is the assembly's name.</summary>
    public string? HostName { get; init; }

    /// <summary>Arguments of the command line that are not the runtime's own; they become configuration.</summary>
    public string[] Args { get; init; } = [];
}
