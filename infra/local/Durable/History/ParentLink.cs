namespace ParisPact.Local.Durable.History;

/// <summary>Which call of which execution a sub-orchestration answers.</summary>
internal sealed record ParentLink(string Name, string InstanceId, string ExecutionId, int TaskId);
