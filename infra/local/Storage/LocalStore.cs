using ParisPact.Local.Start;

namespace ParisPact.Local.Storage;

/// <summary>
/// The store of one data folder. The folder is ours alone while we run, because two hosts would give each blob and each
/// orchestration to both.
/// </summary>
internal sealed class LocalStore : IAsyncDisposable
{
    private readonly FileStream alone;
    private readonly AzuriteProcess? process;

    private LocalStore(FileStream alone, AzuriteProcess? process, StorageAddress address, string folder, bool wasRunning)
    {
        this.alone = alone;
        this.process = process;
        Address = address;
        BlobFolder = folder;
        WasRunning = wasRunning;
    }

    public StorageAddress Address { get; }

    /// <summary>Where the emulator keeps its files.</summary>
    public string BlobFolder { get; }

    /// <summary>The emulator was there before.</summary>
    public bool WasRunning { get; }

    /// <summary>Opens the store of a folder: by the emulator that serves it already, or by a new one.</summary>
    /// <exception cref="StartFailure">Another host has it, or no emulator can be started.</exception>
    public static async Task<LocalStore> Open(string data, string installed, CancellationToken cancellation)
    {
        var alone = Alone(data);
        try
        {
            var record = StoreRecord.Read(data);
            var folder = Path.Combine(data, "azurite");
            // Ours if an earlier run left it behind; somebody else's otherwise, and then not ours to stop.
            var left = AzuriteProcess.Adopt(record.Process, record.Started, record.Address ?? StorageAddress.Any);
            foreach (var address in new[] { record.Address, StorageAddress.Usual }.OfType<StorageAddress>().Distinct())
            {
                if (await StoreMark.IsServedAt(address, record.Id, cancellation))
                {
                    return new LocalStore(alone, address == record.Address ? left : null, address, folder, wasRunning: true);
                }
            }

            if (left is not null)
            {
                // Left behind and deaf, such as by a start that was killed. Two emulators on one folder would overwrite each other's index.
                await left.Stop();
                left.Dispose();
            }

            var process = await Start(installed, folder, begun => (record with { Process = begun.Id, Started = begun.Started, Address = null }).Write(data), cancellation);
            try
            {
                (record with { Process = process.Id, Started = process.Started, Address = process.Address }).Write(data);
                await StoreMark.Put(process.Address, record.Id, cancellation);
                return new LocalStore(alone, process, process.Address, folder, wasRunning: false);
            }
            catch
            {
                await process.Stop();
                process.Dispose();
                throw;
            }
        }
        catch
        {
            await alone.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await process.Stop();
            process.Dispose();
        }

        await alone.DisposeAsync();
    }

    private static async Task<AzuriteProcess> Start(string installed, string folder, Action<AzuriteProcess> begun, CancellationToken cancellation)
    {
        var usual = StorageAddress.Usual;
        if (Ports.IsFree(usual.Blobs) && Ports.IsFree(usual.Queues) && Ports.IsFree(usual.Tables))
        {
            try
            {
                return await AzuriteProcess.Start(installed, folder, usual, begun, cancellation);
            }
            catch (StartFailure)
            {
                // Somebody was quicker with one of the ports.
            }
        }

        return await AzuriteProcess.Start(installed, folder, StorageAddress.Any, begun, cancellation);
    }

    private static FileStream Alone(string data)
    {
        try
        {
            Directory.CreateDirectory(data);
            return new FileStream(Path.Combine(data, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (FileLock.IsHeld(held))
        {
            throw new StartFailure($"Another local runtime uses the data folder {data}. Stop it, or choose another folder with --data.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StartFailure($"The data folder {data} cannot be written to: {problem.Message} Choose another folder with --data.");
        }
    }
}
