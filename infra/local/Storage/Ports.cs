using System.Net;
using System.Net.Sockets;

namespace ParisPact.Local.Storage;

/// <summary>Which ports of the loopback addresses are free now.</summary>
internal static class Ports
{
    /// <summary>Whether the port is one that only a privileged process may take, and this one may not.</summary>
    public static bool IsForbidden(int port) => Attempt(IPAddress.Loopback, port) == SocketError.AccessDenied;

    public static bool IsFree(int port) => CanListen(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || CanListen(IPAddress.IPv6Loopback, port));

    /// <summary>A free port; somebody else may take it the next moment.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>A machine without this address has nothing listening there.</summary>
    private static bool CanListen(IPAddress address, int port) => Attempt(address, port) is SocketError.Success or SocketError.AddressNotAvailable;

    private static SocketError Attempt(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return SocketError.Success;
        }
        catch (SocketException problem)
        {
            return problem.SocketErrorCode;
        }
    }
}
