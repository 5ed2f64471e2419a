using System.Globalization;
using System.Text.RegularExpressions;
using ParisPact.Local.Node;
using ParisPact.Local.Start;
using ParisPact.Local.Storage;

namespace ParisPact.Local.Mail;

/// <summary>
/// The mail server of this machine: takes every mail, shows it in a browser and sends none on. Mails lie in the data folder and are there
/// again after a restart. The host runs without it; then mails wait in the outbox.
/// </summary>
internal sealed partial class MailCatcher : IAsyncDisposable
{
    /// <summary>Where nothing listens on any ordinary machine (discard, RFC 863).</summary>
    private const int Nowhere = 9;

    private static readonly NodePackage MailDev = new("maildev", "MailDev", "the mail catcher");

    private readonly NodeProcess? process;
    private readonly CatcherAddress? address;

    private MailCatcher(NodeProcess? process, CatcherAddress? address) => (this.process, this.address) = (process, address);

    /// <summary>For the console.</summary>
    public string Summary => address?.Url ?? "not caught; mails wait in the outbox";

    /// <summary>What the app needs to know of it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => SettingsFor(address?.Smtp ?? Nowhere);

    /// <summary>The settings of a host without a catcher, whose mails wait in the outbox.</summary>
    public static IReadOnlyDictionary<string, string?> SettingsOfNone => SettingsFor(Nowhere);

    /// <summary>Starts the catcher of a data folder, which is the caller's alone. Where that fails it says so in one line, and there is none.</summary>
    public static async Task<MailCatcher> Open(string data, string installed, TextWriter console, CancellationToken cancellation)
    {
        var record = CatcherRecord.Read(data);
        if (NodeProcess.Adopt(record.Process, record.Started) is { } left)
        {
            // Left behind by a run that was killed; what it had caught lies in the folder.
            await left.Stop();
            left.Dispose();
        }

        try
        {
            await MailDev.Require(installed, console, cancellation);
            var (process, address) = await Start(data, installed, record, cancellation);
            new CatcherRecord(process.Id, process.Started, address).Write(data);
            return new MailCatcher(process, address);
        }
        catch (StartFailure failure)
        {
            await console.WriteLineAsync($"{failure.Message} Mails wait in the outbox, and everything else works.");
            return new MailCatcher(null, null);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.Stop();
            process.Dispose();
        }
    }

    /// <summary>At the address of the last time, so that a page that is open in a browser comes to life again; at another where that is taken.</summary>
    private static async Task<(NodeProcess Process, CatcherAddress Address)> Start(string data, string installed, CatcherRecord record, CancellationToken cancellation)
    {
        if (record.Address is { } last && Ports.IsFree(last.Smtp) && Ports.IsFree(last.Web))
        {
            try
            {
                return await Start(data, installed, last, last, cancellation);
            }
            catch (StartFailure)
            {
                // Somebody was quicker with one of the ports.
            }
        }

        return await Start(data, installed, CatcherAddress.Any, record.Address, cancellation);
    }

    private static Task<(NodeProcess Process, CatcherAddress Address)> Start(string data, string installed, CatcherAddress wanted, CatcherAddress? last, CancellationToken cancellation)
    {
        var folder = Path.Combine(data, "mail");
        return NodeProcess.Start(
            "The mail catcher",
            Path.Combine(installed, "maildev.cjs"),
            Path.Combine(data, "maildev.log"),
            [folder, wanted.Smtp.ToString(CultureInfo.InvariantCulture), wanted.Web.ToString(CultureInfo.InvariantCulture)],
            begun => new CatcherRecord(begun.Id, begun.Started, last).Write(data),
            said => Listening().Match(said) is { Success: true } match ? new CatcherAddress(Number(match.Groups[1]), Number(match.Groups[2])) : null,
            cancellation);
    }

    private static Dictionary<string, string?> SettingsFor(int port) => new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = port.ToString(CultureInfo.InvariantCulture),
        ["Mail:Tls"] = "None",
        ["Mail:User"] = "",
        ["Mail:Password"] = "",
        ["Mail:From"] = "back-office@paris-pact.example",
    };

    private static int Number(Group digits) => int.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^MailDev listens: smtp (\d+), web (\d+)$", RegexOptions.Multiline)]
    private static partial Regex Listening();
}
