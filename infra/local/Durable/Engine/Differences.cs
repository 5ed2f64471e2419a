using ParisPact.Local.Durable.History;

namespace ParisPact.Local.Durable.Engine;

/// <summary>Says, in the words of the published engine, how a replay differs from what was recorded.</summary>
internal static class Differences
{
    private const string Question = "Was a change made to the orchestrator code after this instance had already started running?";

    /// <summary>The replay has not decided this at all.</summary>
    public static string Missing(Decided recorded) =>
        $"A previous execution of this orchestration scheduled {Described(recorded, "sequence ID")} but the current replay execution hasn't (yet?) scheduled this task. {Question}";

    /// <summary>Null when both are the same call.</summary>
    public static string? Between(Decided recorded, Decided replayed)
    {
        if (recorded.GetType() != replayed.GetType())
        {
            return $"A previous execution of this orchestration scheduled {Described(recorded, "sequence number")} but the current orchestration replay instead produced a {Published(replayed)} action with this sequence number. {Question}";
        }

        return string.Equals(NameOf(recorded), NameOf(replayed), StringComparison.OrdinalIgnoreCase)
            ? null
            : $"A previous execution of this orchestration scheduled {Described(recorded, "sequence number")} but the current orchestration replay instead scheduled {Kind(replayed)} named '{NameOf(replayed)}' with this sequence number. {Question}";
    }

    private static string Described(Decided decided, string number) => NameOf(decided) is { } name
        ? $"{Kind(decided)} with {number} {decided.Id} named '{name}',"
        : $"{Kind(decided)} with {number} {decided.Id}";

    private static string Kind(Decided decided) => decided switch
    {
        ActivityScheduled => "an activity task",
        TimerCreated => "a timer task",
        SubOrchestrationCreated => "a sub-orchestration task",
        _ => "a send event task",
    };

    private static string Published(Decided decided) => decided switch
    {
        ActivityScheduled => "ScheduleTaskOrchestratorAction",
        TimerCreated => "CreateTimerOrchestratorAction",
        SubOrchestrationCreated => "CreateSubOrchestrationAction",
        _ => "SendEventOrchestratorAction",
    };

    private static string? NameOf(Decided decided) => decided switch
    {
        ActivityScheduled activity => activity.Name,
        SubOrchestrationCreated sub => sub.Name,
        EventSent sent => sent.Name,
        _ => null,
    };
}
