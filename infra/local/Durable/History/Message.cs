namespace ParisPact.Local.Durable.History;

/// <summary>Something an instance is to be told.</summary>
/// <param name="Event">What it is told.</param>
/// <param name="Key">Its place in the durable inbox, in order of arrival; null when it can be had again from what is stored, as the result of an activity.</param>
/// <param name="ExecutionId">The execution it answers; null when it is for whichever execution runs.</param>
internal sealed record Message(HistoryEvent Event, string? Key = null, string? ExecutionId = null);
