using Microsoft.Azure.Functions.Worker;

namespace ParisPact.Local.Functions;

internal sealed class TypedInvocationResult<T>(RunResult slot) : InvocationResult<T>
{
    public override T? Value
    {
        get => slot.Value switch
        {
            null => default,
            T value => value,
            var other => throw new InvalidOperationException($"The result is a {other.GetType()}, not a {typeof(T)}."),
        };
        set => slot.Value = value;
    }
}
