using Microsoft.DurableTask.Client;
using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable.Engine;

/// <summary>What a turn tells an instance, and what becomes of its record and history by what it decided.</summary>
internal static class Turn
{
    public static List<HistoryEvent> News(LiveInstance instance, IReadOnlyList<Message> told, DateTimeOffset now)
    {
        List<HistoryEvent> news = [new TurnStarted(now.UtcDateTime)];
        if (!instance.HasStarted && instance.MayStart) news.Add(new ExecutionStarted(instance.Record.Name, instance.Record.Version));
        HashSet<int> answered = [];
        foreach (var message in told.Where(instance.Concerns))
        {
            if (message.Event is not Answer answer || answered.Add(answer.Id)) news.Add(message.Event);
        }

        return news;
    }

    public static InstanceRecord Continued(InstanceRecord record, Decision.Continuation next, DateTimeOffset now) => record with
    {
        ExecutionId = Guid.NewGuid().ToString("N"),
        Generation = record.Generation + 1,
        Chunks = 0,
        Status = OrchestrationRuntimeStatus.Running,
        CreatedAt = now,
        LastUpdatedAt = now,
        StartAt = null,
        Input = next.Input,
        Version = next.Version ?? record.Version,
        Output = null,
        CustomStatus = null,
    };

    public static InstanceRecord After(InstanceRecord record, Decision decision, IReadOnlyList<HistoryEvent> news, DateTimeOffset now) => record with
    {
        LastUpdatedAt = now,
        Status = decision.Ends?.Status ?? (decision.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running),
        Output = decision.Ends is { } end ? end.Output : decision.IsSuspended ? news.OfType<ExecutionSuspended>().LastOrDefault()?.Payload ?? record.Output : null,
        CustomStatus = decision.CustomStatus,
        Failure = decision.Ends?.Failure,
    };

    public static List<HistoryEvent> Recorded(IReadOnlyList<HistoryEvent> news, Decision decision)
    {
        List<HistoryEvent> recorded = [.. news, .. decision.Decided];
        if (decision.Ends is { } end) recorded.Add(new ExecutionEnded(end.Status.ToString()) { Payload = end.Output });
        return recorded;
    }
}
