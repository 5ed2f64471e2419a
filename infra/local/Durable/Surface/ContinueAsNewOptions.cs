namespace Microsoft.DurableTask;

/// <summary>How an orchestration begins anew.</summary>
public class ContinueAsNewOptions
{
    /// <summary>Input of the next generation.</summary>
    public object? NewInput { get; set; }

    /// <summary>Whether events that nobody took go over to the next generation.</summary>
    public bool PreserveUnprocessedEvents { get; set; } = true;

    /// <summary>Version of the next generation; the present one where null.</summary>
    public string? NewVersion { get; set; }
}
