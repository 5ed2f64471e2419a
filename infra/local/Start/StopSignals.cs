using System.Runtime.InteropServices;

namespace ParisPact.Local.Start;

/// <summary>
/// Ctrl-C, a closed terminal and a service manager's request to end, from the first moment of the process on. Without this, one that
/// comes before the host listens for it would end the process at once and leave behind what it had started.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    private readonly CancellationTokenSource received = new();
    private readonly List<PosixSignalRegistration> registrations = [];

    public StopSignals()
    {
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP])
        {
            registrations.Add(PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                received.Cancel();
            }));
        }
    }

    /// <summary>Cancelled once one has come.</summary>
    public CancellationToken Received => received.Token;

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        received.Dispose();
    }
}
