using System.Reflection;
using System.Security.Cryptography;
using Azure;
using ParisPact.Local.Access;
using ParisPact.Local.Hosting;
using ParisPact.Local.Storage;

namespace ParisPact.Local.Start;

/// <summary>Brings up what the app stands on, before the app composes itself.</summary>
internal static class Startup
{
    /// <summary>The plan of a host that a person started. Ends the process with one clear line where that is impossible.</summary>
    public static LocalPlan Begin(string[] args, Assembly app)
    {
        try
        {
            return Prepare(args, app).GetAwaiter().GetResult();
        }
        catch (StartFailure failure)
        {
            Console.Error.WriteLine(failure.Message);
            Environment.Exit(1);
            throw;
        }
    }

    private static async Task<LocalPlan> Prepare(string[] args, Assembly app)
    {
        using var interrupted = new CancellationTokenSource();
        void Interrupt(object? sender, ConsoleCancelEventArgs pressed)
        {
            pressed.Cancel = true;
            interrupted.Cancel();
        }

        Console.CancelKeyPress += Interrupt;
        try
        {
            var line = CommandLine.Parse(args);
            RequireFreePort(line.Port);
            var data = Path.GetFullPath(line.Data ?? Path.Combine(Repository.Root, ".local"));
            await NodeRuntime.Require(interrupted.Token);
            await AzuriteInstall.Require(Repository.Local, Console.Out, interrupted.Token);
            var store = await LocalStore.Open(data, Repository.Local, interrupted.Token);
            var tokens = new LocalTokens(await KeyOrStop(store, data), $"http://localhost:{line.Port}", TimeProvider.System);
            return new LocalPlan
            {
                Assembly = app,
                Args = line.Rest,
                Port = line.Port,
                Storage = store.Address.ConnectionString,
                StorageFolder = store.BlobFolder,
                StorageSummary = Summary(store),
                DataFolder = data,
                SamplesFolder = Path.Combine(Repository.Local, "samples"),
                Tokens = tokens,
                Console = line,
                Foundations = [new StoreLifetime(store)],
                Settings = Settings(store, tokens),
            };
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            throw new StartFailure("Stopped.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or RequestFailedException or AggregateException)
        {
            throw new StartFailure(problem.Message.Split('\n')[0]);
        }
        finally
        {
            Console.CancelKeyPress -= Interrupt;
        }
    }

    /// <summary>An emulator that this start began does not outlive its failure.</summary>
    private static async Task<RSA> KeyOrStop(LocalStore store, string data)
    {
        try
        {
            return TokenKey.Open(data);
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    private static Dictionary<string, string?> Settings(LocalStore store, LocalTokens tokens)
    {
        var settings = LocalSettings.Read(Path.Combine(AppContext.BaseDirectory, "local.settings.json"));
        settings[StorageConnection.OfHost] = store.Address.ConnectionString;
        settings["Data"] = store.Address.ConnectionString;
        foreach (var (name, value) in tokens.Settings)
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

    private static void RequireFreePort(int port)
    {
        if (!Ports.IsFree(port))
        {
            throw new StartFailure($"Port {port} is taken by another program. Stop it, or choose another port with --port.");
        }
    }
}
