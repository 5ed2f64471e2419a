using System.Reflection;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace ParisPact.Local.Functions;

/// <summary>What any function may be given besides its trigger: the client of orchestrations.</summary>
internal static class BindingSources
{
    public static Argument Bind(ParameterInfo parameter, LocalFunctionContext context) =>
        parameter.ParameterType == typeof(DurableTaskClient)
            ? Argument.Of(context.InstanceServices.GetRequiredService<DurableTaskClient>())
            : Argument.None;
}
