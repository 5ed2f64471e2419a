namespace ParisPact.Local.Start;

/// <summary>The app cannot start, and the message says why in one line that a newcomer understands.</summary>
internal sealed class StartFailure(string message) : Exception(message);
