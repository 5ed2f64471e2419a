using System.Net;
using System.Net.Sockets;
using ParisPact.Local.Start;
using ParisPact.Local.Storage;

namespace ParisPact.Tests.Start;

public sealed class When_a_store_is_opened(AzuriteServer azurite) : DataFolder
{
    [Fact]
    public async Task An_emulator_of_other_data_is_not_used()
    {
        var ports = new[] { azurite.BlobService.Uri.Port, azurite.QueueService.Uri.Port, azurite.TableService.Uri.Port };
        new StoreRecord(Guid.NewGuid().ToString("N"), 0, default, new StorageAddress(ports[0], ports[1], ports[2])).Write(Data);
        await using var store = await LocalStore.Open(Data, Repository.Local, TestContext.Current.CancellationToken);
        Assert.False(store.WasRunning);
        Assert.NotEqual(ports[0], store.Address.Blobs);
    }

    [Fact]
    public async Task An_emulator_of_this_data_that_somebody_else_started_is_used_and_left_running()
    {
        using var theirs = await AzuriteProcess.Start(Repository.Local, Path.Combine(Data, "azurite"), StorageAddress.Any, null, TestContext.Current.CancellationToken);
        try
        {
            var record = new StoreRecord(Guid.NewGuid().ToString("N"), 0, default, theirs.Address);
            await StoreMark.Put(theirs.Address, record.Id, TestContext.Current.CancellationToken);
            record.Write(Data);
            await using (var store = await LocalStore.Open(Data, Repository.Local, TestContext.Current.CancellationToken))
            {
                Assert.True(store.WasRunning);
            }

            Assert.False(Ports.IsFree(theirs.Address.Blobs));
        }
        finally
        {
            await theirs.Stop();
        }
    }

    [Fact]
    public async Task Free_ports_are_taken_where_the_usual_ones_are_not_free()
    {
        using var other = new TcpListener(IPAddress.Loopback, StorageAddress.Usual.Tables);
        try
        {
            other.Start();
        }
        catch (SocketException)
        {
            // Somebody on this machine has it already, which is as good.
        }

        await using var store = await LocalStore.Open(Data, Repository.Local, TestContext.Current.CancellationToken);
        Assert.NotEqual(StorageAddress.Usual, store.Address);
    }

    [Fact]
    public async Task A_failed_installation_is_one_clear_line()
    {
        await File.WriteAllTextAsync(Path.Combine(Data, "package-lock.json"), """{ "packages": { "node_modules/azurite": { "version": "3.35.0" } } }""", TestContext.Current.CancellationToken);
        using var console = new StringWriter();
        var failure = await Assert.ThrowsAsync<StartFailure>(() => AzuriteInstall.Require(Data, console, TestContext.Current.CancellationToken));
        Assert.Matches(@"^Azurite could not be installed: 'npm ci' in \S+ ended with \d+\. enoent Could not read package.json", failure.Message);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.Contains("Installing the storage emulator, Azurite 3.35.0", console.ToString(), StringComparison.Ordinal);
    }
}
