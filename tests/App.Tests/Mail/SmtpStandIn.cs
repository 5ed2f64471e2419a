using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MimeKit;

namespace ParisPact.Tests.Mail;

/// <summary>A mail server of a test's own, on a free port of this machine: it speaks SMTP (RFC 5321), remembers what it took, and says what it is told to.</summary>
internal sealed class SmtpStandIn : IAsyncDisposable
{
    private readonly ConcurrentQueue<Task> _dialogues = new();
    private readonly CancellationTokenSource _end = new();
    private TcpListener? _listener;

    public SmtpStandIn()
    {
        Start();
        Port = ((IPEndPoint)_listener!.LocalEndpoint).Port;
    }

    public int Port { get; }

    /// <summary>What it took, in the order in which it did.</summary>
    public ConcurrentQueue<TakenMail> Taken { get; } = new();

    public int Connections { get; private set; }

    /// <summary>Its answer to a command (<c>RCPT TO:&lt;a@b.example&gt;</c>; <c>.</c> is the end of a mail) in place of the usual one; null for that.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>Done with a mail after it is remembered and before the client hears so.</summary>
    public Func<TakenMail, Task> OnTaken { get; set; } = _ => Task.CompletedTask;

    /// <summary>Comes up at its port.</summary>
    public void Start()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _ = ListenAsync(_listener);
    }

    /// <summary>Goes down: nobody answers at its port.</summary>
    public void Stop() => _listener!.Stop();

    public async ValueTask DisposeAsync()
    {
        Stop();
        await _end.CancelAsync();
        await Task.WhenAll(_dialogues);
        _end.Dispose();
    }

    private async Task ListenAsync(TcpListener listener)
    {
        try
        {
            while (await listener.AcceptTcpClientAsync() is { } client)
            {
                Connections++;
                _dialogues.Enqueue(TalkAsync(client));
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It went down.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Task SayAsync(string words) => stream.WriteAsync(Encoding.Latin1.GetBytes(words + "\r\n"), _end.Token).AsTask();
            await SayAsync("220 stand-in");
            var (from, to) = ("", new List<string>());
            while (await reader.ReadLineAsync(_end.Token) is { } command)
            {
                var verb = command.Split(' ', ':')[0].ToUpperInvariant();
                if (Answer(command) is { } told)
                {
                    await SayAsync(told);
                    if (told.StartsWith("421", StringComparison.Ordinal)) return;
                    continue;
                }

                switch (verb)
                {
                    case "EHLO":
                        await SayAsync("250-stand-in\r\n250-PIPELINING\r\n250 SIZE 50000000");
                        break;
                    case "MAIL":
                        (from, to) = (Address(command), []);
                        await SayAsync("250 ok");
                        break;
                    case "RCPT":
                        to.Add(Address(command));
                        await SayAsync("250 ok");
                        break;
                    case "DATA" when to.Count == 0:
                        await SayAsync("554 no valid recipients");
                        break;
                    case "DATA":
                        await SayAsync("354 go on");
                        var mail = new TakenMail(from, [.. to], await ReadMailAsync(reader));
                        if (Answer(".") is { } refused)
                        {
                            await SayAsync(refused);
                            break;
                        }

                        Taken.Enqueue(mail);
                        await OnTaken(mail);
                        await SayAsync("250 taken");
                        break;
                    case "QUIT":
                        await SayAsync("221 bye");
                        return;
                    default:
                        await SayAsync("250 ok");
                        break;
                }
            }
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException or SocketException)
        {
            // The client is gone.
        }
    }

    private async Task<byte[]> ReadMailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
            mail.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        return Encoding.Latin1.GetBytes(mail.ToString());
    }

    private static string Address(string command) => command[(command.IndexOf('<', StringComparison.Ordinal) + 1)..command.IndexOf('>', StringComparison.Ordinal)];
}

/// <summary>A mail that a server took.</summary>
/// <param name="To">For whom it took it.</param>
internal sealed record TakenMail(string From, IReadOnlyList<string> To, byte[] Raw)
{
    public MimeMessage Message => MimeMessage.Load(new MemoryStream(Raw));

    public string Text => Encoding.Latin1.GetString(Raw);
}
