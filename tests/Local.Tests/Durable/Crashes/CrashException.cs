namespace ParisPact.Tests.Durable.Crashes;

/// <summary>What a dead process would not have lived to see.</summary>
internal sealed class CrashException() : Exception("The process is dead.");
