using System.Collections.Immutable;
using System.Reflection;

namespace ParisPact.Local.Functions;

/// <summary>One run that a trigger asks for.</summary>
internal sealed record Invocation(FunctionEntry Function, string Reason, CancellationToken Cancellation)
{
    /// <summary>Gives the trigger's own parameters their values; what it leaves open, the runner fills.</summary>
    public required Func<ParameterInfo, LocalFunctionContext, ValueTask<Argument>> Bind { get; init; }

    public IReadOnlyDictionary<string, object?> BindingData { get; init; } = ImmutableDictionary<string, object?>.Empty;

    public IReadOnlyDictionary<object, object> Items { get; init; } = ImmutableDictionary<object, object>.Empty;

    public LocalRetryContext Retry { get; init; } = LocalRetryContext.None;

    /// <summary>A scope that outlives the run, such as the request's; null makes one for the run.</summary>
    public IServiceProvider? Services { get; init; }
}
