using System.Reflection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;
using Microsoft.Extensions.Configuration;

namespace ParisPact.Local.Functions;

/// <summary>The functions of an app, and what keeps some of them from being served.</summary>
internal sealed class FunctionCatalog
{
    private readonly Dictionary<string, FunctionEntry> byName;

    private FunctionCatalog(IReadOnlyList<FunctionEntry> functions)
    {
        Functions = functions;
        byName = functions.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);
    }

    public IReadOnlyList<FunctionEntry> Functions { get; }

    /// <summary>Names of functions that the setting <c>AzureWebJobs.{name}.Disabled</c> switches off.</summary>
    public IReadOnlyList<string> Disabled { get; private init; } = [];

    public FunctionEntry? Find(string name) => byName.GetValueOrDefault(name);

    public IEnumerable<FunctionEntry> With<TTrigger>() => Functions.Where(function => function.Trigger is TTrigger);

    /// <exception cref="InvalidOperationException">Some method is no function that the published build would accept; all such are named.</exception>
    public static FunctionCatalog Discover(IEnumerable<Type> classes, IConfiguration settings)
    {
        var found = new List<FunctionEntry>();
        var errors = new List<string>();
        foreach (var method in classes.Where(type => !type.IsAbstract || type.IsSealed).SelectMany(Methods))
        {
            Add(method, found, errors);
        }

        errors.AddRange(found.GroupBy(function => function.Name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => $"AZFW0017: the function name '{group.Key}' is used {group.Count()} times."));
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, errors));
        }

        var disabled = found.ToLookup(function => IsDisabled(settings, function.Name));
        return new FunctionCatalog([.. disabled[false].OrderBy(function => function.Name, StringComparer.OrdinalIgnoreCase)])
        {
            Disabled = [.. disabled[true].Select(function => function.Name)],
        };
    }

    private static IEnumerable<MethodInfo> Methods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => method.IsDefined(typeof(FunctionAttribute)));

    private static void Add(MethodInfo method, List<FunctionEntry> found, List<string> errors)
    {
        var name = method.GetCustomAttribute<FunctionAttribute>()!.Name;
        var triggers = method.GetParameters()
            .Select(parameter => (parameter, trigger: parameter.GetCustomAttribute<TriggerBindingAttribute>()))
            .Where(pair => pair.trigger is not null)
            .ToList();
        var error = !method.IsPublic ? "its method is not public"
            : triggers.Count != 1 ? $"it has {triggers.Count} triggers and needs exactly one"
            : method.ReturnType == typeof(void) && method.IsDefined(typeof(System.Runtime.CompilerServices.AsyncStateMachineAttribute)) ? "it is async void, so nobody can wait for it"
            : method.IsDefined(typeof(RetryAttribute)) && triggers[0].trigger is not TimerTriggerAttribute ? "AZFW0012: its trigger does not support function-level retry"
            : null;
        if (error is not null)
        {
            errors.Add($"The function '{name}' ({method.DeclaringType}.{method.Name}) cannot be served: {error}.");
            return;
        }

        found.Add(new FunctionEntry(name, method, triggers[0].parameter, triggers[0].trigger!));
    }

    private static bool IsDisabled(IConfiguration settings, string name) =>
        settings[$"AzureWebJobs.{name}.Disabled"] is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));
}
