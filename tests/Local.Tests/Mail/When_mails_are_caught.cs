using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ParisPact.Local.Mail;
using ParisPact.Local.Node;
using ParisPact.Local.Start;
using ParisPact.Local.Storage;
using ParisPact.Tests.Start;

namespace ParisPact.Tests.Mail;

public sealed class When_mails_are_caught : DataFolder
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_there_again_after_a_restart_at_the_same_address()
    {
        string address;
        await using (var catcher = await Open())
        {
            address = catcher.Summary;
            await Send(Port(catcher), "First");
            Assert.Equal(["First"], await Subjects(address));
        }

        Assert.True(Ports.IsFree(new Uri(address).Port));
        await using var again = await Open();
        Assert.Equal(address, again.Summary);
        await Send(Port(again), "Second");
        Assert.Equal(["First", "Second"], (await Subjects(address)).Order());
    }

    [Fact]
    public async Task A_person_sees_them_in_a_browser_on_this_machine_only()
    {
        await using var catcher = await Open();
        using var browser = new HttpClient();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        Assert.Contains("<html", await browser.GetStringAsync(catcher.Summary, Stop), StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith("http://127.0.0.1:", catcher.Summary, StringComparison.Ordinal);
        Assert.Equal("127.0.0.1", catcher.Settings["Mail:Host"]);
    }

    [Fact]
    public async Task Another_address_is_taken_where_that_of_the_last_time_is_not_free()
    {
        string address;
        await using (var catcher = await Open()) address = catcher.Summary;
        using var other = new TcpListener(System.Net.IPAddress.Loopback, new Uri(address).Port);
        other.Start();
        await using var again = await Open();
        Assert.StartsWith("http://127.0.0.1:", again.Summary, StringComparison.Ordinal);
        Assert.NotEqual(address, again.Summary);
    }

    [Fact]
    public async Task One_that_a_killed_run_left_behind_is_ended_first()
    {
        await using var left = await Open();
        await Send(Port(left), "First");
        var process = CatcherRecord.Read(Data).Process;
        await using var next = await Open();
        Assert.NotEqual(process, CatcherRecord.Read(Data).Process);
        Assert.Equal(left.Summary, next.Summary);
        Assert.Equal(["First"], await Subjects(next.Summary));
        Assert.Null(NodeProcess.Adopt(process, default));
    }

    [Fact]
    public async Task Where_it_cannot_start_one_line_says_so_and_mails_have_nowhere_to_go()
    {
        var installed = Directory.CreateDirectory(Path.Combine(Data, "installed")).FullName;
        foreach (var file in (string[])["package-lock.json", "node_modules/.package-lock.json"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(installed, file))!);
            File.Copy(Path.Combine(Repository.Local, "package-lock.json"), Path.Combine(installed, file));
        }

        using var console = new StringWriter();
        await using var catcher = await MailCatcher.Open(Data, installed, console, Stop);
        var line = Assert.Single(console.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("The mail catcher did not start on ", line, StringComparison.Ordinal);
        Assert.EndsWith("Mails wait in the outbox, and everything else works.", line.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal("not caught; mails wait in the outbox", catcher.Summary);
        Assert.Equal(MailCatcher.SettingsOfNone, catcher.Settings);
    }

    private Task<MailCatcher> Open() => MailCatcher.Open(Data, Repository.Local, TextWriter.Null, Stop);

    private static int Port(MailCatcher catcher) => int.Parse(catcher.Settings["Mail:Port"]!, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<List<string?>> Subjects(string address)
    {
        using var client = new HttpClient();
        using var mails = JsonDocument.Parse(await client.GetStringAsync($"{address}/api/email", Stop));
        return [.. mails.RootElement.EnumerateArray().Select(mail => mail.GetProperty("subject").GetString())];
    }

    private static async Task Send(int port, string subject)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port, Stop);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await reader.ReadLineAsync(Stop);
        foreach (var said in (string[])["HELO test", "MAIL FROM:<a@sample.example>", "RCPT TO:<b@sample.example>", "DATA", $"Subject: {subject}\r\n\r\nText\r\n.", "QUIT"])
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(said + "\r\n"), Stop);
            Assert.Matches("^[23]", await reader.ReadLineAsync(Stop));
        }
    }
}
