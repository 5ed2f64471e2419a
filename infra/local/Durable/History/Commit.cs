namespace ParisPact.Local.Durable.History;

/// <summary>What one turn changes. It becomes visible as a whole or not at all.</summary>
/// <param name="Record">The new record, with the revision of the one that it replaces; a null revision inserts.</param>
/// <param name="Events">Added to the history of the record's generation, whose first commit it is when the generation is new.</param>
/// <param name="Consumed">Keys of inbox messages that are in <paramref name="Events"/> now or were dropped; at most <see cref="MostConsumed"/>.</param>
internal sealed record Commit(InstanceRecord Record, IReadOnlyList<HistoryEvent> Events, IReadOnlyList<string> Consumed)
{
    /// <summary>A batch of Table Storage takes 100 operations, and some are needed for the rest.</summary>
    public const int MostConsumed = 80;
}
