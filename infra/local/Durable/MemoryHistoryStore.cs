namespace ParisPact.Local.Durable;

internal sealed class MemoryHistoryStore : IHistoryStore;
