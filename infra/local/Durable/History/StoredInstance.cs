namespace ParisPact.Local.Durable.History;

/// <summary>An instance as it was stored: its record, the history of its present execution, and its inbox in order of arrival.</summary>
internal sealed record StoredInstance(InstanceRecord Record, IReadOnlyList<HistoryEvent> History, IReadOnlyList<Message> Inbox);
