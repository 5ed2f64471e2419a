namespace ParisPact.Local.Durable.History;

/// <summary>A message from one instance to another. Its key is fixed before it is first sent, so that sending it again changes nothing.</summary>
internal sealed record OutgoingMessage(string InstanceId, string Key, HistoryEvent Event);
