namespace Microsoft.DurableTask;

/// <summary>The orchestration that started this one as a sub-orchestration.</summary>
/// <param name="Name">Name of the parent's orchestrator.</param>
/// <param name="InstanceId">Instance ID of the parent.</param>
public record ParentOrchestrationInstance(TaskName Name, string InstanceId);
