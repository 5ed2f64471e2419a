using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Local.Functions;

internal sealed class LocalTraceContext : TraceContext
{
    public override string TraceParent { get; } = Activity.Current?.Id
        ?? $"00-{ActivityTraceId.CreateRandom()}-{ActivitySpanId.CreateRandom()}-00";

    public override string TraceState { get; } = Activity.Current?.TraceStateString ?? "";
}
