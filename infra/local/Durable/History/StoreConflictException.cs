namespace ParisPact.Local.Durable.History;

/// <summary>The stored record is not the one that a commit meant to replace.</summary>
internal sealed class StoreConflictException(string instanceId, Exception? cause = null)
    : Exception($"The stored state of instance '{instanceId}' is not the one that was to be replaced.", cause);
