using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Local.Functions;

/// <summary>The one place that holds what a run returned.</summary>
internal sealed class RunResult : InvocationResult
{
    public override object? Value { get; set; }
}
