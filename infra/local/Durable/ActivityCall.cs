namespace ParisPact.Local.Durable;

/// <summary>One attempt at an activity. It may come twice: activities are at-least-once.</summary>
/// <param name="Name">The activity's name, as called.</param>
/// <param name="InstanceId">The orchestration that called it.</param>
/// <param name="InputJson">Its input as JSON; null when none was given.</param>
internal sealed record ActivityCall(string Name, string InstanceId, string? InputJson);
