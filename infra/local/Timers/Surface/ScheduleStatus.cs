namespace Microsoft.Azure.Functions.Worker;

public class ScheduleStatus
{
    /// <summary>The last occurrence that ran.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next occurrence.</summary>
    public DateTime Next { get; set; }

    public DateTime LastUpdated { get; set; }
}
