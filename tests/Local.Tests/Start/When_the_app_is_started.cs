using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using Azure.Storage.Blobs;
using ParisPact.Local.Storage;

namespace ParisPact.Tests.Start;

public sealed class When_the_app_is_started : DataFolder
{
    [Fact]
    public async Task It_says_where_it_is_and_ends_with_its_store_when_it_is_told_to()
    {
        await using var app = AppProcess.Start(Data);
        await app.Up();
        Assert.Contains($"address  http://localhost:{app.Port}", app.Output, StringComparison.Ordinal);
        Assert.Contains(Data, app.Output, StringComparison.Ordinal);
        var store = await Store(app);
        Assert.Equal(Data, store.Data);

        var mail = Mail(app);
        Assert.False(Ports.IsFree(mail.Port));
        Assert.Equal(0, await app.Terminate());
        Assert.False(await Answers(store.Storage));
        Assert.True(Ports.IsFree(mail.Port));
    }

    [Fact]
    public async Task It_goes_on_without_a_mail_catcher_and_says_so_in_one_line()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The stand-in for Node is a shell script.");
            return;
        }

        var folder = Directory.CreateDirectory(Path.Combine(Data, "bin")).FullName;
        var paths = Environment.GetEnvironmentVariable("PATH")!;
        var node = paths.Split(':').Select(path => Path.Combine(path, "node")).First(File.Exists);
        await File.WriteAllTextAsync(Path.Combine(folder, "node"), $"#!/bin/sh\ncase \"$1\" in *maildev.cjs) echo no mail today >&2; exit 3 ;; esac\nexec {node} \"$@\"\n");
        File.SetUnixFileMode(Path.Combine(folder, "node"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var app = AppProcess.Start(Data, path: $"{folder}:{paths}");
        await app.Up();
        Assert.Single(app.Lines, line => line.StartsWith("The mail catcher did not start on ", StringComparison.Ordinal) && line.Contains("no mail today", StringComparison.Ordinal));
        Assert.Contains("mail     not caught; mails wait in the outbox", app.Output, StringComparison.Ordinal);
        using var client = new HttpClient();
        Assert.Contains("\"status\":\"ok\"", await client.GetStringAsync($"http://localhost:{app.Port}/api/health"), StringComparison.Ordinal);
        Assert.Equal(0, await app.Terminate());
    }

    [Fact]
    public async Task After_a_kill_it_finds_its_store_and_what_was_in_it()
    {
        await using var killed = AppProcess.Start(Data);
        await killed.Up();
        var store = await Store(killed);
        var container = new BlobServiceClient(store.Storage).GetBlobContainerClient("kept");
        await container.CreateAsync();
        await killed.Kill();
        Assert.True(await Answers(store.Storage));
        var mail = Mail(killed);
        Assert.False(Ports.IsFree(mail.Port));

        await using var next = AppProcess.Start(Data);
        await next.Up();
        Assert.Contains("(was running)", next.Output, StringComparison.Ordinal);
        Assert.Equal(store.Storage, (await Store(next)).Storage);
        Assert.Equal(mail, Mail(next));
        Assert.Equal(0, await next.Terminate());
        Assert.False(await Answers(store.Storage));
        Assert.True(Ports.IsFree(mail.Port));

        await using var last = AppProcess.Start(Data);
        await last.Up();
        Assert.True(await new BlobServiceClient((await Store(last)).Storage).GetBlobContainerClient("kept").ExistsAsync());
    }

    [Fact]
    public async Task The_same_token_key_holds_over_restarts()
    {
        string first;
        await using (var app = AppProcess.Start(Data))
        {
            await app.Up();
            first = await Get(app, "/local/jwks");
        }

        await using var again = AppProcess.Start(Data);
        await again.Up();
        Assert.Equal(first, await Get(again, "/local/jwks"));
    }

    [Fact]
    public async Task A_taken_port_is_one_clear_line()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var app = AppProcess.Start(Data, port);
        Assert.Equal(1, await app.Exit());
        Assert.Equal([$"Port {port} is taken by another program. Stop it, or choose another port with --port."], app.Lines);
    }

    [Fact]
    public async Task A_folder_that_another_host_uses_is_one_clear_line()
    {
        await using var first = AppProcess.Start(Data);
        await first.Up();
        await using var second = AppProcess.Start(Data);
        Assert.Equal(1, await second.Exit());
        Assert.Equal([$"Another local runtime uses the data folder {Data}. Stop it, or choose another folder with --data."], second.Lines);
    }

    [Fact]
    public async Task A_missing_Node_is_one_clear_line()
    {
        await using var app = AppProcess.Start(Data, path: Data);
        Assert.Equal(1, await app.Exit());
        Assert.Equal(["Node.js 20 or newer is needed for the storage emulator, and no 'node' is on the PATH. Get it from https://nodejs.org/."], app.Lines);
    }

    [Fact]
    public async Task An_old_Node_is_one_clear_line()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("The stand-in for an old Node is a shell script.");
            return;
        }

        var node = Path.Combine(Data, "node");
        await File.WriteAllTextAsync(node, "#!/bin/sh\necho v18.20.4\n");
        File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var app = AppProcess.Start(Data, path: Data);
        Assert.Equal(1, await app.Exit());
        Assert.Equal(["Node.js 20 or newer is needed for the storage emulator; 'node' on the PATH is v18.20.4. Get a newer one from https://nodejs.org/."], app.Lines);
    }

    [Fact]
    public async Task It_explains_itself_and_does_nothing_else()
    {
        await using var app = AppProcess.Start(Path.Combine(Data, "new"), arguments: ["--help"]);
        Assert.Equal(0, await app.Exit());
        Assert.Contains("--data FOLDER", app.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Data, "new")));
    }

    [Fact]
    public async Task An_option_that_does_not_exist_is_one_clear_line()
    {
        await using var app = AppProcess.Start(Data, arguments: ["--sample"]);
        Assert.Equal(1, await app.Exit());
        Assert.StartsWith("There is no option '--sample'. Usage: ", Assert.Single(app.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_json_that_asks_for_nonsense_is_one_clear_line_and_nothing_is_begun()
    {
        var data = Path.Combine(Data, "new");
        await using var app = AppProcess.Start(data, variable: ("AzureFunctionsJobHost__functionTimeout", "soon"));
        Assert.Equal(1, await app.Exit());
        Assert.Equal(["host.json: functionTimeout is 'soon', and must be a time such as 00:30:00, or -1 for none."], app.Lines);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_one_clear_line()
    {
        var file = Path.Combine(Data, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        await using var app = AppProcess.Start(Path.Combine(file, "below"));
        Assert.Equal(1, await app.Exit());
        Assert.StartsWith($"The data folder {file}{Path.DirectorySeparatorChar}below cannot be written to: ", Assert.Single(app.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_folder_may_have_any_name()
    {
        var data = Path.Combine(Data, "données du siège, Кабул #1 100%");
        await using var app = AppProcess.Start(data);
        await app.Up();
        Assert.Equal(data, (await Store(app)).Data);
        var container = new BlobServiceClient((await Store(app)).Storage).GetBlobContainerClient("kept");
        await container.CreateAsync();
        await container.UploadBlobAsync("a", BinaryData.FromString("b"));
        Assert.Equal(0, await app.Terminate());
    }

    private static async Task<string> Get(AppProcess app, string path)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync($"http://localhost:{app.Port}{path}");
    }

    private static async Task<Where> Store(AppProcess app)
    {
        using var client = new HttpClient();
        return (await client.GetFromJsonAsync<Where>($"http://localhost:{app.Port}/local/settings"))!;
    }

    /// <summary>Where the banner says that mails can be looked at.</summary>
    private static Uri Mail(AppProcess app) => new(app.Lines.Single(line => line.StartsWith("  mail     ", StringComparison.Ordinal)).Split(' ')[^1]);

    private static async Task<bool> Answers(string storage)
    {
        var port = new BlobServiceClient(storage).Uri.Port;
        await Task.Yield();
        return !Ports.IsFree(port);
    }

    private sealed record Where(string Storage, string Data);
}
