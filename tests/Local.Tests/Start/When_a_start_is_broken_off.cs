using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ParisPact.Local.Mail;
using ParisPact.Local.Storage;

namespace ParisPact.Tests.Start;

public sealed class When_a_start_is_broken_off : DataFolder
{
    [Theory]
    [InlineData("--version", false)]
    [InlineData("azurite.cjs", false)]
    [InlineData("azurite.cjs", true)]
    [InlineData("maildev.cjs", false)]
    [InlineData("maildev.cjs", true)]
    public async Task What_it_had_begun_is_stopped_and_it_ends_in_peace(string call, bool byCtrlC)
    {
        var node = new SlowNode(Path.Combine(Data, "bin"), call);
        await using var app = AppProcess.Start(Data, path: node.Path);
        var process = await node.Called();
        Assert.True(IsAlive(process));
        Assert.Equal(0, await (byCtrlC ? app.Interrupt() : app.Terminate()));
        Assert.Equal(["Stopped."], app.Lines);
        Assert.False(IsAlive(process));
    }

    [Fact]
    public async Task After_a_kill_the_next_start_ends_the_emulator_that_was_not_yet_there()
    {
        var node = new SlowNode(Path.Combine(Data, "bin"), "azurite.cjs");
        await using var killed = AppProcess.Start(Data, path: node.Path);
        var process = await node.Called();
        await Poll.Until(() => StoreRecord.Read(Data).Process == process, 30, "Nothing was written of the emulator.");
        await killed.Kill();
        Assert.True(IsAlive(process));

        await using var next = AppProcess.Start(Data);
        await next.Up();
        Assert.False(IsAlive(process));
        Assert.DoesNotContain("was running", next.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_lost_meanwhile_is_one_clear_line_and_nothing_is_left_behind()
    {
        var node = new SlowNode(Path.Combine(Data, "bin"), "azurite.cjs");
        await using var app = AppProcess.Start(Data, path: node.Path);
        var process = await node.Called();
        using var other = new TcpListener(IPAddress.Loopback, app.Port);
        other.Start();
        node.GoOn();
        Assert.Equal(1, await app.Exit());
        Assert.Equal([$"Port {app.Port} is taken by another program. Stop it, or choose another port with --port."], app.Lines);
        Assert.False(IsAlive(process));
    }

    [Fact]
    public async Task A_failure_after_the_emulator_came_up_takes_it_down_again()
    {
        await File.WriteAllTextAsync(Path.Combine(Data, "token-key.pem"), "-----BEGIN PRI", TestContext.Current.CancellationToken);
        await using var app = AppProcess.Start(Data);
        Assert.Equal(1, await app.Exit());
        Assert.StartsWith($"{Path.Combine(Data, "token-key.pem")} holds no key.", Assert.Single(app.Lines), StringComparison.Ordinal);
        Assert.False(IsAlive(StoreRecord.Read(Data).Process));
        Assert.False(IsAlive(CatcherRecord.Read(Data).Process));
    }

    [Fact]
    public async Task After_a_kill_the_next_start_ends_the_mail_catcher_that_was_not_yet_there()
    {
        var node = new SlowNode(Path.Combine(Data, "bin"), "maildev.cjs");
        await using var killed = AppProcess.Start(Data, path: node.Path);
        var process = await node.Called();
        await Poll.Until(() => CatcherRecord.Read(Data).Process == process, 30, "Nothing was written of the mail catcher.");
        await killed.Kill();
        Assert.True(IsAlive(process));

        await using var next = AppProcess.Start(Data);
        await next.Up();
        Assert.False(IsAlive(process));
        Assert.Contains("mail     http://127.0.0.1:", next.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_installation_that_is_broken_off_leaves_no_process()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(Path.Combine(Data, "wait.cjs"), "require('fs').writeFileSync('pid', String(process.pid)); setInterval(() => {}, 1000);", cancellation);
        await File.WriteAllTextAsync(Path.Combine(Data, "package.json"), """{ "name": "slow", "version": "1.0.0", "scripts": { "install": "node wait.cjs" } }""", cancellation);
        await File.WriteAllTextAsync(Path.Combine(Data, "package-lock.json"), """{ "name": "slow", "version": "1.0.0", "lockfileVersion": 3, "packages": { "": { "name": "slow", "version": "1.0.0" } } }""", cancellation);
        using var stop = new CancellationTokenSource();
        var installing = AzuriteInstall.Require(Data, TextWriter.Null, stop.Token);
        var file = Path.Combine(Data, "pid");
        await Poll.Until(() => installing.IsCompleted || (File.Exists(file) && new FileInfo(file).Length > 0), 60, "npm did not begin.");
        var process = int.Parse(await File.ReadAllTextAsync(file, cancellation), CultureInfo.InvariantCulture);
        Assert.True(IsAlive(process));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => installing);
        await Poll.Until(() => !IsAlive(process), 30, "npm's step still runs.");
    }

    /// <summary>A process that has ended and that nobody has asked about is not alive.</summary>
    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited && !(OperatingSystem.IsLinux() && File.ReadAllText($"/proc/{id}/stat").Split(')')[^1].TrimStart().StartsWith('Z'));
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException)
        {
            return false;
        }
    }
}
