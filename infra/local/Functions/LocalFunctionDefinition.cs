using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace ParisPact.Local.Functions;

internal sealed class LocalFunctionDefinition : FunctionDefinition
{
    public LocalFunctionDefinition(FunctionEntry function)
    {
        Name = function.Name;
        EntryPoint = $"{function.Method.DeclaringType!.FullName}.{function.Method.Name}";
        PathToAssembly = function.Method.DeclaringType.Assembly.Location;
        Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Name}:{EntryPoint}")).AsSpan(0, 8));
        Parameters = [.. function.Parameters.Select(Describe)];
        InputBindings = function.Parameters
            .Select(parameter => (parameter, binding: parameter.GetCustomAttribute<BindingAttribute>()))
            .Where(pair => pair.binding is not null)
            .ToImmutableDictionary(pair => pair.parameter.Name!, pair => (BindingMetadata)Binding(pair.parameter.Name!, pair.binding!));
        OutputBindings = function.Trigger is HttpTriggerAttribute
            ? ImmutableDictionary<string, BindingMetadata>.Empty.Add("$return", new LocalBindingMetadata("$return", "http", BindingDirection.Out))
            : ImmutableDictionary<string, BindingMetadata>.Empty;
    }

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override string PathToAssembly { get; }

    public override string EntryPoint { get; }

    public override string Id { get; }

    public override string Name { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; }

    private static FunctionParameter Describe(ParameterInfo parameter)
    {
        var properties = ImmutableDictionary<string, object>.Empty;
        if (parameter.GetCustomAttribute<BindingAttribute>() is { } binding)
        {
            properties = properties.Add("bindingAttribute", binding);
        }

        return new FunctionParameter(parameter.Name!, parameter.ParameterType, parameter.HasDefaultValue, parameter.HasDefaultValue ? parameter.DefaultValue : null, properties);
    }

    /// <summary>The host names a binding by its attribute: <c>HttpTriggerAttribute</c> is <c>httpTrigger</c>.</summary>
    private static LocalBindingMetadata Binding(string name, BindingAttribute attribute)
    {
        var type = attribute.GetType().Name[..^nameof(Attribute).Length];
        return new LocalBindingMetadata(name, char.ToLowerInvariant(type[0]) + type[1..], BindingDirection.In);
    }
}
