using System.Net;
using System.Net.Sockets;

namespace ParisPact.Local.Storage;

/// <summary>Which ports of the loopback addresses are free now.</summary>
internal static class Ports
{
    public static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    /// <summary>A free port; somebody else may take it the next moment.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool CanListen(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        catch (SocketException problem)
        {
            // A machine without this address has nothing listening there.
            return problem.SocketErrorCode == SocketError.AddressNotAvailable;
        }
    }
}
