using System.Reflection;
using Azure;
using ParisPact.Local.Access;
using ParisPact.Local.Hosting;
using ParisPact.Local.Mail;
using ParisPact.Local.Node;
using ParisPact.Local.Storage;

namespace ParisPact.Local.Start;

/// <summary>Brings up what the app stands on, before the app composes itself.</summary>
internal static class Startup
{
    public const string Stopped = "Stopped.";

    /// <summary>The plan of a host that a person started. Ends the process with one clear line where that is impossible.</summary>
    public static LocalPlan Begin(string[] args, Assembly app)
    {
        var signals = new StopSignals();
        try
        {
            var line = CommandLine.Parse(args);
            if (line.Help)
            {
                Console.Out.WriteLine(CommandLine.Explanation);
                Environment.Exit(0);
            }

            return Prepare(line, app, signals).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (signals.Received.IsCancellationRequested)
        {
            Console.Error.WriteLine(Stopped);
            Environment.Exit(0);
            throw;
        }
        catch (Exception problem) when (Reason(problem) is { } reason)
        {
            Console.Error.WriteLine(reason);
            Environment.Exit(1);
            throw;
        }
    }

    public static string PortIsTaken(int port) => $"Port {port} is taken by another program. Stop it, or choose another port with --port.";

    private static async Task<LocalPlan> Prepare(CommandLine line, Assembly app, StopSignals signals)
    {
        // What costs nothing to find wrong is found before anything is begun.
        _ = HostJson.Read(AppContext.BaseDirectory);
        var settings = LocalSettings.Read(Path.Combine(AppContext.BaseDirectory, "local.settings.json"));
        RequirePort(line.Port);
        var data = Path.GetFullPath(line.Data ?? Path.Combine(Repository.Root, ".local"));
        await NodeRuntime.Require(signals.Received);
        await AzuriteInstall.Require(Repository.Local, Console.Out, signals.Received);
        var store = await LocalStore.Open(data, Repository.Local, signals.Received);
        MailCatcher? catcher = null;
        try
        {
            catcher = await MailCatcher.Open(data, Repository.Local, Console.Out, signals.Received);
            var tokens = new LocalTokens(TokenKey.Open(data), $"http://localhost:{line.Port}", TimeProvider.System);
            return new LocalPlan
            {
                Assembly = app,
                Args = line.Rest,
                Port = line.Port,
                Storage = store.Address.ConnectionString,
                StorageFolder = store.BlobFolder,
                StorageSummary = Summary(store),
                MailSummary = catcher.Summary,
                DataFolder = data,
                SamplesFolder = Path.Combine(Repository.Local, "samples"),
                Tokens = tokens,
                Console = line,
                Signals = signals,
                Foundations = [new FoundationLifetime(store), new FoundationLifetime(catcher)],
                Settings = With(settings, store, [.. tokens.Settings, .. catcher.Settings, new("Mail:Site", $"http://localhost:{line.Port}")]),
            };
        }
        catch
        {
            // What this start began does not outlive its failure.
            if (catcher is not null)
            {
                await catcher.DisposeAsync();
            }

            await store.DisposeAsync();
            throw;
        }
    }

    /// <summary>What a newcomer is told in one line; null for what only a defect of ours explains.</summary>
    private static string? Reason(Exception problem) => problem switch
    {
        StartFailure => problem.Message,
        IOException or UnauthorizedAccessException or RequestFailedException or AggregateException => problem.Message.Split('\n')[0].TrimEnd(),
        _ => null,
    };

    private static Dictionary<string, string?> With(Dictionary<string, string?> settings, LocalStore store, IEnumerable<KeyValuePair<string, string?>> more)
    {
        settings[StorageConnection.OfHost] = store.Address.ConnectionString;
        settings["Data"] = store.Address.ConnectionString;
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return settings;
    }

    private static string Summary(LocalStore store)
    {
        var address = store.Address;
        return $"Azurite, blobs on {address.Blobs}, queues on {address.Queues}, tables on {address.Tables}{(store.WasRunning ? " (was running)" : "")}";
    }

    private static void RequirePort(int port)
    {
        if (Ports.IsForbidden(port))
        {
            throw new StartFailure($"Port {port} is not for everybody on this machine. Choose another port with --port.");
        }

        if (!Ports.IsFree(port))
        {
            throw new StartFailure(PortIsTaken(port));
        }
    }
}
