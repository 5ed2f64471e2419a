using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using ParisPact.Local.Durable;
using ParisPact.Local.Durable.Engine;
using ParisPact.Local.Functions;

namespace ParisPact.Local.Orchestrations;

/// <summary>Hands the app's orchestrators and activities to the engine, as runs of functions with their middleware.</summary>
internal sealed class DurableBinding(FunctionCatalog catalog, FunctionRunner runner, DataConverter converter)
{
    public DurableFunctions Functions()
    {
        var functions = new DurableFunctions();
        foreach (var function in catalog.With<OrchestrationTriggerAttribute>())
        {
            functions.Orchestrators.Add(function.Name, context => Orchestrate(function, context));
        }

        foreach (var function in catalog.With<ActivityTriggerAttribute>())
        {
            functions.Activities.Add(function.Name, (call, cancellation) => Act(function, call, cancellation));
        }

        return functions;
    }

    private Task<object?> Orchestrate(FunctionEntry function, TaskOrchestrationContext context)
    {
        var input = function.Parameters.FirstOrDefault(parameter => parameter != function.TriggerParameter
            && parameter.ParameterType != typeof(FunctionContext) && parameter.ParameterType != typeof(CancellationToken));
        return runner.Run(
            new Invocation(function, "orchestration", CancellationToken.None)
            {
                Bind = (parameter, run) => new(parameter == function.TriggerParameter ? Argument.Of(context)
                    : parameter == input ? Argument.Of(((OrchestrationContext)context).GetInput(parameter.ParameterType))
                    : BindingSources.Bind(parameter, run)),
                BindingData = new Dictionary<string, object?> { ["instanceId"] = context.InstanceId },
            },
            level: LogLevel.Debug);
    }

    private Task<object?> Act(FunctionEntry function, ActivityCall call, CancellationToken cancellation) => runner.Run(
        new Invocation(function, "activity", cancellation)
        {
            Bind = (parameter, run) => new(parameter == function.TriggerParameter ? Argument.Of(Input(parameter, call))
                : parameter.Name == "instanceId" && parameter.ParameterType == typeof(string) ? Argument.Of(call.InstanceId)
                : BindingSources.Bind(parameter, run)),
            BindingData = new Dictionary<string, object?> { ["instanceId"] = call.InstanceId },
        },
        level: LogLevel.Debug);

    private object? Input(ParameterInfo parameter, ActivityCall call)
    {
        var value = converter.Deserialize(call.InputJson, parameter.ParameterType);
        return value is null && parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null
            ? throw new InvalidOperationException($"Cannot convert input parameter '{parameter.Name}' to type '{parameter.ParameterType}': no value was given.")
            : value;
    }
}
