namespace ParisPact.Local.Storage;

/// <summary>Tells a file that somebody else holds from one that cannot be opened at all.</summary>
internal static class FileLock
{
    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    private static readonly int[] Held = OperatingSystem.IsWindows() ? [unchecked((int)0x80070020), unchecked((int)0x80070021)] : [11, 35];

    public static bool IsHeld(IOException failure) => failure.GetType() == typeof(IOException) && Held.Contains(failure.HResult);
}
