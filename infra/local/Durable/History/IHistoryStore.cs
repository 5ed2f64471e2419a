namespace ParisPact.Local.Durable.History;

/// <summary>Where orchestrations live. Every method that writes is done for certain when it returns; when it throws, it may or may not be done.</summary>
internal interface IHistoryStore
{
    /// <summary>Makes sure that there is somewhere to write to.</summary>
    Task PrepareAsync(CancellationToken cancellation);

    /// <summary>One record, or null.</summary>
    Task<InstanceRecord?> FindAsync(string instanceId, CancellationToken cancellation);

    /// <summary>One instance with its history and inbox, or null.</summary>
    Task<StoredInstance?> LoadAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Records in the order of their stored keys. The token is given with each page but the last and asks for the next.</summary>
    Task<(IReadOnlyList<InstanceRecord> Records, string? Next)> ListAsync(InstanceFilter filter, int size, string? token, bool payloads, CancellationToken cancellation);

    /// <summary>Commits a turn and gives the record with its new revision.</summary>
    /// <exception cref="StoreConflictException">The stored record is another one.</exception>
    Task<InstanceRecord> CommitAsync(Commit commit, CancellationToken cancellation);

    /// <summary>Puts a message into an inbox; nothing happens when it is there already.</summary>
    Task AddMessageAsync(string instanceId, string key, HistoryEvent message, CancellationToken cancellation);

    /// <summary>Takes a message out of an inbox; nothing happens when it is not there.</summary>
    Task RemoveMessageAsync(string instanceId, string key, CancellationToken cancellation);

    /// <summary>Removes an instance with all that belongs to it; gives whether there was one.</summary>
    Task<bool> DeleteAsync(string instanceId, CancellationToken cancellation);
}
