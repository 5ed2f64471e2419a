using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ParisPact.Local.Functions;

/// <summary>One function of the app, as found by reflection.</summary>
internal sealed class FunctionEntry
{
    private readonly Func<object?, Task<object?>> result;

    public FunctionEntry(string name, MethodInfo method, ParameterInfo triggerParameter, TriggerBindingAttribute trigger)
    {
        Name = name;
        Method = method;
        Trigger = trigger;
        Parameters = method.GetParameters();
        // Two hosts that start at once may be given other objects for one parameter: this is one of those that are bound.
        TriggerParameter = Parameters[triggerParameter.Position];
        Retry = method.GetCustomAttribute<RetryAttribute>();
        Definition = new LocalFunctionDefinition(this);
        result = ReturnValue.Reader(method.ReturnType);
    }

    public string Name { get; }

    public MethodInfo Method { get; }

    public ParameterInfo[] Parameters { get; }

    public ParameterInfo TriggerParameter { get; }

    public TriggerBindingAttribute Trigger { get; }

    public RetryAttribute? Retry { get; }

    public LocalFunctionDefinition Definition { get; }

    /// <summary>Runs the method; its result is null where it returns nothing.</summary>
    public Task<object?> Call(object? instance, object?[] arguments) =>
        result(Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null));
}
