using System.Reflection;

namespace ParisPact.Local.Functions;

/// <summary>Reads what a method returned, awaiting it where it is a task. Awaits keep the caller's context: an orchestrator must not leave its thread.</summary>
internal static class ReturnValue
{
    public static Func<object?, Task<object?>> Reader(Type type)
    {
        if (type == typeof(Task))
        {
            return OfTask;
        }

        if (type == typeof(ValueTask))
        {
            return value => OfTask(((ValueTask)value!).AsTask());
        }

        if (!type.IsGenericType)
        {
            return Task.FromResult;
        }

        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Task<>) ? Typed(nameof(OfTypedTask), type)
            : definition == typeof(ValueTask<>) ? Typed(nameof(OfTypedValueTask), type)
            : Task.FromResult;
    }

    private static Func<object?, Task<object?>> Typed(string method, Type type) =>
        typeof(ReturnValue).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.GetGenericArguments())
            .CreateDelegate<Func<object?, Task<object?>>>();

    private static async Task<object?> OfTask(object? value)
    {
        await (Task)value!;
        return null;
    }

    private static async Task<object?> OfTypedTask<T>(object? value) => await (Task<T>)value!;

    private static async Task<object?> OfTypedValueTask<T>(object? value) => await (ValueTask<T>)value!;
}
